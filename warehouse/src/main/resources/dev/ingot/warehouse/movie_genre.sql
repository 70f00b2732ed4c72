-- The outer joins are on purpose: a row without its movie or genre breaks NOT NULL, where an inner join would lose it.
DELETE FROM warehouse.movie_genre;

INSERT INTO warehouse.movie_genre (movie_key, genre_key)
SELECT m.movie_key, g.genre_key
  FROM ${staging} s
  LEFT JOIN warehouse.dim_movie m USING (movie_id)
  LEFT JOIN warehouse.dim_genre g ON g.name = s.genre;
