UPDATE warehouse.dim_movie t
   SET title = s.title, release_year = s.release_year::smallint, imdb_id = s.imdb_id, tmdb_id = s.tmdb_id, active = true
  FROM ${staging} s
 WHERE t.movie_id = s.movie_id
   AND (t.title, t.release_year, t.imdb_id, t.tmdb_id, t.active) IS DISTINCT FROM (s.title, s.release_year::smallint, s.imdb_id, s.tmdb_id, true);

INSERT INTO warehouse.dim_movie (movie_id, title, release_year, imdb_id, tmdb_id)
SELECT s.movie_id, s.title, s.release_year::smallint, s.imdb_id, s.tmdb_id
  FROM ${staging} s
 WHERE NOT EXISTS (SELECT FROM warehouse.dim_movie t WHERE t.movie_id = s.movie_id)
 ORDER BY s.movie_id;

UPDATE warehouse.dim_movie t
   SET active = false
 WHERE t.active
   AND NOT EXISTS (SELECT FROM ${staging} s WHERE s.movie_id = t.movie_id);
