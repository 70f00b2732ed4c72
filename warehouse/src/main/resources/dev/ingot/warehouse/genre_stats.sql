DELETE FROM warehouse.genre_stats;

INSERT INTO warehouse.genre_stats (genre_key, year, ratings, mean_rating)
SELECT g.genre_key, s.year::smallint, s.ratings, s.mean_rating
  FROM ${staging} s
  LEFT JOIN warehouse.dim_genre g ON g.name = s.genre;
