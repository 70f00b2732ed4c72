-- What was removed keeps its row: a late word about it meets the token of the removal, also at the same moment. Described in
-- docs/spec/ledger.md.

ALTER TABLE current_slice ALTER COLUMN materialization_id DROP NOT NULL;
COMMENT ON COLUMN current_slice.materialization_id IS 'Null for a slice that was removed, and has not come back.';
CREATE INDEX removed_slice ON current_slice (asset) WHERE materialization_id IS NULL;

INSERT INTO current_slice (asset, partition, materialization_id, token)
SELECT asset, partition, NULL, max(token) FROM materialization, unnest(removed) AS gone (partition)
WHERE token > 0
GROUP BY asset, partition
ON CONFLICT DO NOTHING;

DROP INDEX materialization_by_token;
