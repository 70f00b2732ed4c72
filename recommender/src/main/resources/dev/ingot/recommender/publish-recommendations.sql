DELETE FROM recommender.recommendations;

INSERT INTO recommender.recommendations (user_id, rank, movie_id, score, model_version)
SELECT user_id, rank, movie_id, score, model_version
FROM ${staging};
