package dev.ingot.spark.history;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.history.Difference;
import dev.ingot.spark.commit.TableFiles;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.table.DeltaTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether every file that the newest state of a table names is there: one list of the folder, however many files. */
final class StoredFiles {
    private final AssetKey asset;
    private final DeltaTables tables;

    StoredFiles(AssetKey asset, DeltaTables tables) {
        this.asset = asset;
        this.tables = tables;
    }

    List<Difference> missing(SparkRuntime spark) {
        List<Difference> missing = new ArrayList<>(missing(spark, tables.table(asset)));
        if (!tables.rejectedLog(asset).all().isEmpty()) {
            missing.addAll(missing(spark, tables.rejected(asset)));
        }
        return missing;
    }

    private List<Difference> missing(SparkRuntime spark, Location table) {
        Set<String> present = new Listing(table).names();
        List<String> gone = TableFiles.newest(spark.session(), table).stream()
                .filter(file -> !present.contains(file))
                .sorted()
                .toList();
        if (gone.isEmpty()) {
            return List.of();
        }
        String what = gone.size() + (gone.size() == 1 ? " file of " : " files of ")
                + table.path().name() + (gone.size() == 1 ? " is" : " are") + " gone, such as " + gone.get(0);
        return List.of(new Difference(asset, what, "ingot materialize " + asset + " --force"));
    }
}
