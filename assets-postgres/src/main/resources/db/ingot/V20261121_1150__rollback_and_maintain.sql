-- Runs that go back or tidy up. Described in docs/spec/ledger.md.

ALTER TABLE run
    DROP CONSTRAINT run_kind_check,
    ADD CONSTRAINT run_kind_check CHECK (kind IN ('materialize', 'backfill', 'rollback', 'maintain'));
