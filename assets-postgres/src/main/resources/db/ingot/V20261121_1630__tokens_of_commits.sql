-- Which of two materializations of a slice is the later one, whichever is recorded first. Described in docs/spec/ledger.md.

ALTER TABLE materialization ADD COLUMN token bigint NOT NULL DEFAULT 0;
CREATE INDEX materialization_by_token ON materialization (asset, token);
COMMENT ON COLUMN materialization.token IS 'That of the lease under which the step committed; 0 if that is not known.';

ALTER TABLE current_slice ADD COLUMN token bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN current_slice.token IS 'That of its materialization: one with a lesser token does not take its place.';
