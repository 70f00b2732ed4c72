package dev.ingot.postgres.store;

import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.postgres.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lease on slices that nobody has, with places in pools that are not full, in one round trip; with it the intent of its step, and
 * what is new in the ledger. Whoever sees anything else leaves it to a closer look: leases that do not bind any more, runs that are
 * dead.
 */
final class FreeLease {
    /** Sent together they are one transaction; each sees what was there when it began, so the second after the lock. */
    private static final String SQL = """
            SELECT pg_advisory_xact_lock(""" + PostgresLeaseStore.GRANTING + """
            );
            WITH asked AS (
                SELECT CAST(? AS text) AS run, CAST(? AS integer) AS number, CAST(? AS text) AS asset,
                    CAST(? AS text[]) AS slices, CAST(? AS text[]) AS pools, CAST(? AS integer[]) AS places,
                    CAST(? AS bigint) AS ttl),
            next AS (
                UPDATE ingot.lease_token
                SET last = greatest(last + 2, CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint))
                FROM asked
                WHERE NOT EXISTS (
                    SELECT FROM ingot.lease WHERE lease.asset = asked.asset
                      AND ('' = ANY (asked.slices) OR '' = ANY (lease.slices) OR lease.slices && asked.slices))
                  AND NOT EXISTS (
                    SELECT FROM unnest(asked.pools, asked.places) AS pool (name, places)
                    WHERE pool.places <= (SELECT count(*) FROM ingot.lease WHERE pool.name = ANY (lease.pools)))
                RETURNING last),
            intent AS (
                INSERT INTO ingot.intent SELECT run, number, asset FROM next, asked ON CONFLICT DO NOTHING)
            INSERT INTO ingot.lease (token, run_id, step_number, asset, slices, pools, expires_at)
            SELECT last, run, number, asset, slices, pools, clock_timestamp() + ttl * interval '1 millisecond'
            FROM next, asked RETURNING token;
            """ + NewsReader.SINCE;

    private FreeLease() {}

    /** The news are later than the position; empty if there is anything to be looked at more closely. */
    static Optional<StepRecords.Begun> begin(Database database, LeaseRequest request, Duration ttl, String position) {
        return database.query(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement(SQL)) {
                bind(statement, request, ttl);
                statement.setString(8, position);
                statement.setString(9, position);
                statement.execute();
                try (ResultSet token = next(statement)) {
                    return token.next()
                            ? Optional.of(begun(request, token.getLong(1), NewsReader.read(next(statement))))
                            : Optional.empty();
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("a lease cannot be asked for", failure);
            }
        });
    }

    private static StepRecords.Begun begun(LeaseRequest request, long token, Ledger.News news) {
        Lease lease = new Lease(request.step(), request.asset(), request.slices(), token);
        return new StepRecords.Begun(new Grant.Granted(lease, List.of()), Optional.of(news));
    }

    private static ResultSet next(PreparedStatement statement) throws SQLException {
        if (!statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)) {
            throw new IllegalStateException("every statement has an answer");
        }
        return statement.getResultSet();
    }

    private static void bind(PreparedStatement statement, LeaseRequest request, Duration ttl) throws SQLException {
        List<Map.Entry<String, Integer>> pools = List.copyOf(request.pools().entrySet());
        List<String> slices = PostgresLeaseStore.texts(request.slices());
        statement.setString(1, request.step().run().text());
        statement.setInt(2, request.step().number());
        statement.setString(3, request.asset().toString());
        statement.setArray(4, statement.getConnection().createArrayOf("text", slices.toArray()));
        statement.setArray(
                5,
                statement
                        .getConnection()
                        .createArrayOf(
                                "text", pools.stream().map(Map.Entry::getKey).toArray()));
        statement.setArray(
                6,
                statement
                        .getConnection()
                        .createArrayOf(
                                "integer",
                                pools.stream().map(Map.Entry::getValue).toArray()));
        statement.setLong(7, ttl.toMillis());
    }
}
