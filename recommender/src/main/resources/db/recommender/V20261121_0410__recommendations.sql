CREATE TABLE recommendations (
    user_id       integer          NOT NULL,
    rank          integer          NOT NULL CHECK (rank >= 1),
    movie_id      integer          NOT NULL,
    score         double precision NOT NULL CHECK (score BETWEEN 0.5 AND 5),
    model_version text             NOT NULL,
    PRIMARY KEY (user_id, rank),
    UNIQUE (user_id, movie_id)
);

COMMENT ON TABLE recommendations IS 'The movies to show to each user, best first; none of them rated by the user';
COMMENT ON COLUMN recommendations.score IS 'Predicted rating, in stars';
COMMENT ON COLUMN recommendations.model_version IS 'Row of the asset recommender/movielens/model';
