package dev.ingot.spark.commit;

import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseErrors;
import dev.ingot.core.partition.PartitionKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What keeps former holders of a lease from committing: for each slice the table remembers, as the version of an application's
 * transactions, the greatest token that it was written with.
 *
 * <p>What is read through the transaction conflicts with whoever writes it meanwhile; that is all the protection there is, so
 * it is read before anything else.
 */
final class Fence {
    private static final String PREFIX = "ingot/";

    private final Lease lease;

    Fence(Lease lease) {
        this.lease = lease;
    }

    long token() {
        return lease.token();
    }

    /**
     * Makes a transaction depend on the tokens of the slices.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code lease-lost} if one of them is above the lease's own: Delta
     *     itself would not mind
     */
    void read(OptimisticTransaction transaction) {
        Set<String> names = new TreeSet<>(names(lease));
        names.add(name(PartitionKey.whole()));
        if (lease.isWhole()) {
            CollectionConverters.asJava(transaction.snapshot().transactions()).keySet().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .forEach(names::add);
        }
        for (String name : names) {
            if (transaction.txnVersion(name) > lease.token()) {
                throw LeaseErrors.lost(lease);
            }
        }
    }

    /** Whether anybody has ever written to the slices under a lease: that is known without another look at the table. */
    boolean isMarked(OptimisticTransaction transaction) {
        Set<String> names = names(lease);
        return CollectionConverters.asJava(transaction.snapshot().transactions()).keySet().stream()
                .anyMatch(name -> names.contains(name)
                        || name.equals(name(PartitionKey.whole()))
                        || lease.isWhole() && name.startsWith(PREFIX));
    }

    /** What the commit of the lease's step says so that those with lesser tokens no longer can. */
    List<Action> actions() {
        return actions(names(lease).stream().collect(Collectors.toMap(name -> name, name -> lease.token())));
    }

    /**
     * The same before the step does anything, to those whose place it takes: about all that they might write to. Others may have
     * taken other slices of theirs meanwhile, before or after us: what is not ours gets the least token that keeps the former
     * holder out, which is below that of everybody who came after it.
     */
    List<Action> against(List<Lease> former, OptimisticTransaction transaction) {
        read(transaction);
        Map<String, Long> tokens = new TreeMap<>();
        former.forEach(one -> names(one).forEach(name -> tokens.merge(name, one.token() + 1, Math::max)));
        names(lease).forEach(name -> tokens.put(name, lease.fence()));
        tokens.entrySet().removeIf(one -> transaction.txnVersion(one.getKey()) >= one.getValue());
        return actions(tokens);
    }

    private static List<Action> actions(Map<String, Long> tokens) {
        return tokens.entrySet().stream()
                .<Action>map(one -> new SetTransaction(one.getKey(), one.getValue(), Scala.none()))
                .toList();
    }

    private static Set<String> names(Lease lease) {
        return lease.isWhole()
                ? Set.of(name(PartitionKey.whole()))
                : lease.slices().stream().map(Fence::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(PartitionKey slice) {
        return PREFIX + slice;
    }
}
