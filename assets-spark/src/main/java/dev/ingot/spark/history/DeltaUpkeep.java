package dev.ingot.spark.history;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.upkeep.Chore;
import dev.ingot.core.upkeep.Upkeep;
import dev.ingot.core.upkeep.UpkeepRules;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.commit.TableUpkeep;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.table.DeltaTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tidies up Delta tables and what lies beside them. Thread-safe. */
public final class DeltaUpkeep implements Upkeep {
    /** A reader reads so many commits in no time. */
    private static final long COMMITS = 10;

    private final SparkRuntime spark;
    private final DeltaTables tables;

    public DeltaUpkeep(SparkRuntime spark, DeltaTables tables) {
        this.spark = spark;
        this.tables = tables;
    }

    @Override
    public List<Chore> chores(List<Asset> assets, UpkeepRules rules) {
        List<Chore> chores = new ArrayList<>();
        for (Asset asset : assets) {
            if (asset instanceof DeltaAsset) {
                AssetKey key = asset.key();
                List<Materialization> commits = tables.log(key).all();
                if (!commits.isEmpty()) {
                    chores.addAll(table(key, tables.table(key), rules));
                }
                if (!tables.rejectedLog(key).all().isEmpty()) {
                    chores.addAll(table(key, tables.rejected(key), rules));
                }
                chores.addAll(folders(key, commits, rules));
            }
        }
        return chores;
    }

    /** In this order: what compaction makes unneeded is kept for its time, and the checkpoint holds the new layout. */
    private List<Chore> table(AssetKey asset, Location table, UpkeepRules rules) {
        String name = table.path().name().equals(asset.name()) ? "" : " of the rejected rows";
        Instant cutoff = rules.cutoff();
        TableUpkeep now = new TableUpkeep(spark.session().newSession(), table);
        List<Chore> chores = new ArrayList<>();
        long small = now.smallFiles();
        if (small > 0) {
            chores.add(new Chore(
                    asset,
                    "join " + small + " small files" + name,
                    () -> writing(table).compact()));
        }
        long trimmable = now.trimmable(cutoff).orElse(-1);
        long commits = now.commitsSinceCheckpoint();
        if (trimmable >= 0) {
            chores.add(new Chore(
                    asset,
                    "keep the provenance, then trim the log up to version " + trimmable + name,
                    () -> writing(table).trim(cutoff)));
        } else if (commits > COMMITS) {
            chores.add(new Chore(
                    asset,
                    "write a checkpoint after " + commits + " commits" + name,
                    () -> writing(table).writeCheckpoint()));
        }
        chores.addAll(leftovers(asset, table, now, name, cutoff));
        return chores;
    }

    /** What steps left that died or were kept from committing, and what commits have replaced. */
    private List<Chore> leftovers(AssetKey asset, Location table, TableUpkeep now, String name, Instant cutoff) {
        List<Chore> chores = new ArrayList<>();
        List<ObjectPath> staged = now.stagedBefore(cutoff);
        if (!staged.isEmpty()) {
            chores.add(new Chore(
                    asset, "forget " + staged.size() + " staged results" + name, () -> delete(table.store(), staged)));
        }
        List<ObjectPath> unfinished = now.unfinishedBefore(cutoff);
        if (!unfinished.isEmpty()) {
            chores.add(new Chore(
                    asset,
                    "remove " + unfinished.size() + " files of commits that were never finished" + name,
                    () -> delete(table.store(), unfinished)));
        }
        long unneeded = now.unneeded(cutoff);
        if (unneeded > 0 || !staged.isEmpty()) {
            chores.add(new Chore(
                    asset,
                    "remove " + unneeded + " files that nothing needs" + name,
                    () -> writing(table).vacuum(cutoff)));
        }
        return chores;
    }

    private TableUpkeep writing(Location table) {
        return new TableUpkeep(spark.writing(), table);
    }

    /** Folders of steps that never committed, and whose run is over; what is named otherwise is somebody else's. */
    private List<Chore> folders(AssetKey asset, List<Materialization> commits, UpkeepRules rules) {
        Set<StepId> committed = commits.stream().map(Materialization::step).collect(Collectors.toSet());
        Listing listing = new Listing(tables.folders(asset));
        List<Chore> chores = new ArrayList<>();
        for (String folder : listing.folders()) {
            Optional<StepId> step = StepId.find(folder);
            List<ObjectInfo> objects = listing.objects().stream()
                    .filter(object -> listing.name(object).startsWith(folder + "/"))
                    .toList();
            boolean old =
                    objects.stream().allMatch(object -> object.modifiedAt().isBefore(rules.cutoff()));
            boolean dead = step.filter(
                            one -> !committed.contains(one) && !rules.live().test(one.run()))
                    .isPresent();
            if (old && dead) {
                List<ObjectPath> paths = objects.stream().map(ObjectInfo::path).toList();
                chores.add(new Chore(
                        asset,
                        "remove the folder of step " + folder + ", which never committed",
                        () -> delete(listing.place().store(), paths)));
            }
        }
        return chores;
    }

    private static void delete(ObjectStore store, List<ObjectPath> paths) throws java.io.IOException {
        for (ObjectPath path : paths) {
            store.delete(path);
        }
    }
}
