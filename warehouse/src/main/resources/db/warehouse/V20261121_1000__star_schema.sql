-- The star schema of the ratings. Dimensions keep their surrogate keys for ever: a row whose source is gone stays, no longer active.

CREATE TABLE dim_movie (
    movie_key    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    movie_id     integer NOT NULL UNIQUE,
    title        text NOT NULL,
    release_year smallint,
    imdb_id      text CHECK (imdb_id ~ '^[0-9]{7,8}$'),
    tmdb_id      integer,
    active       boolean NOT NULL DEFAULT true
);

CREATE INDEX dim_movie_title ON dim_movie (lower(title) text_pattern_ops);
CREATE INDEX dim_movie_release_year ON dim_movie (release_year);

CREATE TABLE dim_genre (
    genre_key smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name      text NOT NULL UNIQUE,
    active    boolean NOT NULL DEFAULT true
);

CREATE TABLE movie_genre (
    movie_key integer NOT NULL REFERENCES dim_movie,
    genre_key smallint NOT NULL REFERENCES dim_genre,
    PRIMARY KEY (movie_key, genre_key)
);

CREATE INDEX movie_genre_genre ON movie_genre (genre_key);

-- The key of a day is its date as a number, 19990203: readable, and sorted by time.
CREATE TABLE dim_date (
    date_key integer PRIMARY KEY,
    date     date NOT NULL UNIQUE,
    year     smallint NOT NULL,
    quarter  smallint NOT NULL,
    month    smallint NOT NULL,
    day      smallint NOT NULL,
    weekday  smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7)
);

COMMENT ON COLUMN dim_date.weekday IS 'ISO 8601: Monday is 1, Sunday is 7';

CREATE TABLE dim_user (
    user_key       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id        integer NOT NULL UNIQUE,
    first_rated_at timestamptz NOT NULL,
    last_rated_at  timestamptz NOT NULL,
    active         boolean NOT NULL DEFAULT true
);

CREATE TABLE fact_rating (
    year      smallint NOT NULL,
    user_key  integer NOT NULL REFERENCES dim_user,
    movie_key integer NOT NULL REFERENCES dim_movie,
    date_key  integer NOT NULL REFERENCES dim_date,
    rating    numeric(2, 1) NOT NULL CHECK (rating BETWEEN 0.5 AND 5.0),
    rated_at  timestamptz NOT NULL,
    PRIMARY KEY (year, user_key, movie_key)
) PARTITION BY LIST (year);

CREATE INDEX fact_rating_movie ON fact_rating (movie_key);
CREATE INDEX fact_rating_user ON fact_rating (user_key);
CREATE INDEX fact_rating_date ON fact_rating (date_key);

CREATE TABLE movie_stats (
    movie_key       integer PRIMARY KEY REFERENCES dim_movie,
    ratings         bigint NOT NULL,
    mean_rating     double precision NOT NULL,
    stddev          double precision,
    weighted_rating double precision NOT NULL,
    rank            integer NOT NULL
);

COMMENT ON COLUMN movie_stats.weighted_rating IS 'the mean drawn towards that of all ratings, the more the fewer ratings there are';

CREATE INDEX movie_stats_rank ON movie_stats (rank);

CREATE TABLE genre_stats (
    genre_key   smallint NOT NULL REFERENCES dim_genre,
    year        smallint NOT NULL,
    ratings     bigint NOT NULL,
    mean_rating double precision NOT NULL,
    PRIMARY KEY (genre_key, year)
);

-- Replaces one year of the facts by the staged rows of that year: a fresh table is filled, then takes the old partition's place.
-- Foreign keys are checked for all rows at once when it is attached, which is several times faster than row by row.
-- A year without staged rows disappears.
CREATE FUNCTION replace_fact_rating(wanted smallint, staging regclass) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS $$
DECLARE
    partition_name text := 'fact_rating_' || wanted;
    fresh_name     text := partition_name || '_fresh';
    loaded         bigint;
BEGIN
    EXECUTE format('CREATE TABLE %I (LIKE fact_rating INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', fresh_name);
    -- The outer joins are on purpose: a rating without its movie, user or day breaks NOT NULL, where an inner join would lose it.
    EXECUTE format(
        'INSERT INTO %I (year, user_key, movie_key, date_key, rating, rated_at)
         SELECT s.year::smallint, u.user_key, m.movie_key, d.date_key, s.rating, s.rated_at
           FROM %s s
           LEFT JOIN dim_user u USING (user_id)
           LEFT JOIN dim_movie m USING (movie_id)
           LEFT JOIN dim_date d USING (date_key)
          WHERE s.year = %L',
        fresh_name, staging, wanted);
    GET DIAGNOSTICS loaded = ROW_COUNT;
    IF to_regclass(format('%I', partition_name)) IS NOT NULL THEN
        EXECUTE format('DROP TABLE %I', partition_name);
    END IF;
    IF loaded = 0 THEN
        EXECUTE format('DROP TABLE %I', fresh_name);
    ELSE
        EXECUTE format('ALTER TABLE %I ADD CHECK (year = %L)', fresh_name, wanted);
        EXECUTE format('ALTER TABLE %I RENAME TO %I', fresh_name, partition_name);
        EXECUTE format('ALTER TABLE fact_rating ATTACH PARTITION %I FOR VALUES IN (%L)', partition_name, wanted);
    END IF;
END
$$;
