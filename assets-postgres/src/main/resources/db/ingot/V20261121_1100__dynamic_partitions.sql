-- Partitions that people and programs add by hand. Described in docs/spec/ledger.md.

CREATE TABLE dynamic_partition (
    name text COLLATE "C" NOT NULL,
    partition text COLLATE "C" NOT NULL,
    PRIMARY KEY (name, partition)
);
COMMENT ON TABLE dynamic_partition IS 'The keys of the dynamic sets, by the name of the set; a set without keys does not exist.';
