DELETE FROM warehouse.movie_stats;

INSERT INTO warehouse.movie_stats (movie_key, ratings, mean_rating, stddev, weighted_rating, rank)
SELECT m.movie_key, s.ratings, s.mean_rating, s.stddev, s.weighted_rating, s.rank
  FROM ${staging} s
  LEFT JOIN warehouse.dim_movie m USING (movie_id);
