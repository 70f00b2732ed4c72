-- Rights to write slices, for any number of runs at once. Described in docs/spec/ledger.md.

CREATE TABLE lease (
    token bigint PRIMARY KEY,
    run_id text COLLATE "C" NOT NULL,
    step_number integer NOT NULL,
    asset text NOT NULL,
    slices text[] NOT NULL,
    pools text[] NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX lease_by_asset ON lease (asset);
CREATE INDEX lease_by_run ON lease (run_id);
COMMENT ON TABLE lease IS 'The right of a step to write slices: it binds others until it expires, and only while its run lives.';

CREATE TABLE lease_token (
    last bigint NOT NULL
);
INSERT INTO lease_token VALUES (0);
COMMENT ON TABLE lease_token IS 'The token that was given last; one row.';

CREATE FUNCTION lives(run text) RETURNS boolean LANGUAGE sql VOLATILE AS $$
    SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND objsubid = 1 AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND classid::bigint << 32 | objid::bigint = hashtextextended(run, 0))
$$;
COMMENT ON FUNCTION lives IS 'Whether a session holds the advisory lock of this run.';

ALTER TABLE materialization ADD COLUMN recorded_by xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX materialization_by_transaction ON materialization (recorded_by);
COMMENT ON COLUMN materialization.recorded_by IS 'The transaction, by which a reader tells what is new since it looked last.';
