-- Runs that can be paused, resumed, cancelled and retried. Described in docs/spec/ledger.md.

ALTER TABLE run
    ADD COLUMN kind text NOT NULL DEFAULT 'materialize' CHECK (kind IN ('materialize', 'backfill')),
    ADD COLUMN retry_of text COLLATE "C",
    ADD COLUMN plan text NOT NULL DEFAULT '',
    ADD COLUMN wish text CHECK (wish IN ('pause', 'cancel')),
    DROP CONSTRAINT run_status_check,
    ADD CONSTRAINT run_status_check
        CHECK (status IN ('running', 'paused', 'succeeded', 'failed', 'blocked', 'cancelled'));
COMMENT ON COLUMN run.plan IS 'What it is about to do, for whoever takes it up again; empty if nobody can.';
COMMENT ON COLUMN run.wish IS 'What another process wants of it while it runs.';

ALTER TABLE step
    ADD COLUMN bytes bigint NOT NULL DEFAULT 0,
    ADD COLUMN expected_rows bigint NOT NULL DEFAULT 0,
    ADD COLUMN expected_bytes bigint NOT NULL DEFAULT 0,
    ADD COLUMN expected_millis bigint NOT NULL DEFAULT 0;

ALTER TABLE run_event ADD COLUMN step_bytes bigint;

ALTER TABLE slice ADD COLUMN bytes bigint NOT NULL DEFAULT 0;
ALTER TABLE materialization ADD COLUMN took_millis bigint NOT NULL DEFAULT 0;

CREATE TABLE failed_slice (
    asset text NOT NULL,
    partition text NOT NULL,
    run_id text COLLATE "C" NOT NULL,
    step_number integer NOT NULL,
    PRIMARY KEY (asset, partition)
);
COMMENT ON TABLE failed_slice IS 'The slices that a step failed on, and the last that did; the ledger tells which were made since.';
