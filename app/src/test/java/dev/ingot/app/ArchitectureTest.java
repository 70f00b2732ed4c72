package dev.ingot.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may depend on whom. Changing a line here is an architectural act: say why in the commit. */
final class ArchitectureTest {
    /** Each package tree, and what of Ingot it may depend on beside itself. */
    private static final String[][] MODULES = {
        {"core"},
        {"dataset"},
        {"storage", "core"},
        {"spark", "core"},
        {"postgres", "spark", "core"},
        {"cli", "core"},
        {"bronze", "dataset", "spark", "core"},
        {"silver", "bronze", "spark", "core"},
        {"gold", "silver", "spark", "core"},
        {"warehouse", "gold", "silver", "postgres", "spark", "core"},
        {"recommender", "gold", "silver", "postgres", "spark", "core"},
    };

    /** Each package of the core, and which others of the core it may import. */
    private static final String[][] CORE = {
        {"error"},
        {"hash"},
        {"storage", "hash", "error"},
        {"config", "error"},
        {"health", "error"},
        {"partition.bits"},
        {"partition.window", "error"},
        {"partition", "partition.bits", "partition.window", "error"},
        {"partition.law", "partition", "error"},
        {"partition.dynamic", "partition", "error"},
        {"asset", "partition", "error"},
        {"check", "asset", "error"},
        {"event", "asset", "error"},
        {"log", "event"},
        {"graph", "asset", "partition", "check", "error"},
        {"lease", "event", "asset", "partition", "error"},
        {"run", "lease", "event", "asset", "partition", "error"},
        {"ledger", "lease", "event", "asset", "partition", "error"},
        {
            "history",
            "engine",
            "engine.executor",
            "plan",
            "staleness",
            "graph",
            "lease",
            "ledger",
            "run",
            "event",
            "asset",
            "partition",
            "error"
        },
        {"staleness", "hash", "graph", "ledger", "run", "asset", "partition", "event", "error"},
        {"selection", "graph", "staleness", "asset", "partition", "error"},
        {"plan", "event", "selection", "staleness", "graph", "ledger", "run", "asset", "partition", "error"},
        {
            "plan.file",
            "plan",
            "hash",
            "event",
            "selection",
            "staleness",
            "graph",
            "ledger",
            "asset",
            "partition",
            "error"
        },
        {"engine.work", "event"},
        {
            "engine.executor",
            "plan",
            "staleness",
            "graph",
            "ledger",
            "lease",
            "event",
            "check",
            "asset",
            "partition",
            "error"
        },
        {"engine.schedule", "plan", "event", "asset"},
        {
            "engine",
            "engine.executor",
            "engine.work",
            "engine.schedule",
            "plan",
            "selection",
            "staleness",
            "graph",
            "ledger",
            "run",
            "lease",
            "log",
            "event",
            "check",
            "asset",
            "partition",
            "error"
        },
        {"upkeep", "engine", "engine.executor", "graph", "lease", "run", "event", "asset", "partition", "error"},
        {"simulation.keys", "partition"},
        {"simulation.time", "engine.work", "event"},
        {
            "simulation",
            "simulation.keys",
            "simulation.time",
            "engine",
            "engine.executor",
            "engine.schedule",
            "engine.work",
            "selection",
            "plan",
            "staleness",
            "graph",
            "ledger",
            "run",
            "lease",
            "event",
            "asset",
            "partition",
            "error"
        },
    };

    /** Each package of the recommender below its assets, and which others of these it may import. */
    private static final String[][] RECOMMENDER = {{"model"}, {"lists", "model"}, {"evaluation", "lists", "model"}};

    /** Each library, and the packages that may name it. */
    private static final String[][] LIBRARIES = {
        {
            "org.apache.spark..",
            "dev.ingot.spark..",
            "dev.ingot.postgres.publish..",
            "dev.ingot.bronze..",
            "dev.ingot.silver..",
            "dev.ingot.gold..",
            "dev.ingot.warehouse..",
            "dev.ingot.recommender.."
        },
        {"io.delta..", "dev.ingot.spark.."},
        {"io.minio..", "dev.ingot.storage.s3.."},
        {"okhttp3..", "dev.ingot.storage.s3.."},
        {"com.azure..", "dev.ingot.storage.azure.."},
        {"dev.failsafe..", "dev.ingot.storage.remote.."},
        {"picocli..", "dev.ingot.cli..", "dev.ingot.*.cli.."},
        {"org.jline..", "dev.ingot.cli"},
        {"org.snakeyaml..", "dev.ingot.cli.settings.."},
        {"org.jdbi..", "dev.ingot.postgres..", "dev.ingot.warehouse.."},
        {"org.postgresql..", "dev.ingot.postgres..", "dev.ingot.warehouse.cli.."},
        {"com.zaxxer..", "dev.ingot.postgres.."},
        {"org.flywaydb..", "dev.ingot.postgres.."},
    };

    /**
     * Layers show their assets' keys, their module and their commands; and bronze the way in for files. What the recommender computes
     * with lies in packages of its own, which have a rule of their own.
     */
    private static final Set<String> LAYERS = Set.of("bronze", "silver", "gold", "warehouse", "recommender");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Those of another module come as a jar.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.ingot");

    @TestFactory
    Stream<DynamicTest> modulesDependOnlyForward() {
        return Arrays.stream(MODULES)
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    List<String> allowed = new ArrayList<>();
                    for (String module : row) {
                        allowed.add("dev.ingot." + module + "..");
                    }
                    classes()
                            .that()
                            .resideInAPackage("dev.ingot." + row[0] + "..")
                            .and(not(isCommand()))
                            .and(not(isModule()))
                            .should()
                            .onlyDependOnClassesThat(foreign().or(resideInAnyPackage(allowed.toArray(String[]::new))))
                            .check(CLASSES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> packagesOfTheCoreDependOnlyForward() {
        return dependOnlyForward("dev.ingot.core.", CORE);
    }

    @TestFactory
    Stream<DynamicTest> packagesOfTheRecommenderDependOnlyForward() {
        return dependOnlyForward("dev.ingot.recommender.", RECOMMENDER);
    }

    private static Stream<DynamicTest> dependOnlyForward(String tree, String[][] rows) {
        return Arrays.stream(rows)
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    String[] allowed = Arrays.stream(row).map(tree::concat).toArray(String[]::new);
                    classes()
                            .that()
                            .resideInAPackage(allowed[0])
                            .should()
                            .onlyDependOnClassesThat(foreign().or(resideInAnyPackage(allowed)))
                            .check(CLASSES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatTheRecommenderComputesWithIsNobodyElsesBusiness() {
        return Arrays.stream(RECOMMENDER)
                .map(row -> DynamicTest.dynamicTest(
                        row[0],
                        () -> classes()
                                .that()
                                .resideInAPackage("dev.ingot.recommender." + row[0])
                                .should()
                                .onlyBeAccessed()
                                .byAnyPackage("dev.ingot.recommender..")
                                .check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> librariesStayWhereTheyBelong() {
        return Arrays.stream(LIBRARIES)
                .map(row -> DynamicTest.dynamicTest(
                        row[0],
                        () -> noClasses()
                                .that()
                                .resideOutsideOfPackages(Arrays.copyOfRange(row, 1, row.length))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(row[0])
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void onlyPostgresAndWarehouseTalkToTheDatabaseDirectly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.ingot.postgres..", "dev.ingot.warehouse..")
                .should()
                .dependOnClassesThat(resideInAPackage("javax.sql..")
                        .or(DescribedPredicate.describe(
                                "are JDBC's doors",
                                one -> one.getName()
                                        .matches("java\\.sql\\.(Connection|DriverManager|.*Statement|ResultSet)"))))
                .check(CLASSES);
    }

    @Test
    void guiceComposesAndNothingElse() {
        noClasses()
                .that(not(isModule()))
                .and()
                .resideOutsideOfPackages("dev.ingot.cli", "dev.ingot.app")
                .and()
                .doNotHaveFullyQualifiedName("dev.ingot.cli.command.FrameworkCommands")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.inject..")
                .check(CLASSES);
    }

    @Test
    void commandsOfLayersUseOnlyWhatTheCommandLinePromises() {
        noClasses()
                .that()
                .resideInAPackage("dev.ingot.*.cli..")
                .and()
                .resideOutsideOfPackage("dev.ingot.app..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.ingot.cli.(*)..").and(not(resideInAPackage("dev.ingot.cli.text"))))
                .check(CLASSES);
    }

    @Test
    void layersShowTheirKeysTheirModuleAndTheirCommands() {
        classes()
                .that(DescribedPredicate.describe("are in a layer", ArchitectureTest::isInLayer))
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .resideOutsideOfPackages("dev.ingot.*.cli..", "dev.ingot.bronze.landing", "dev.ingot.recommender.*")
                .should()
                .haveNameMatching(".*(Assets|Module)")
                .check(CLASSES);
    }

    @Test
    void noPackageDependsOnItselfThroughOthers() {
        // A module composes what lies below it; that is no dependency of its package.
        slices().matching("dev.ingot.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(isModule(), DescribedPredicate.alwaysTrue())
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsForAndExcludesNull() {
        List<String> bare = new ArrayList<>();
        Stream<JavaPackage> packages =
                CLASSES.stream().map(JavaClass::getPackage).distinct();
        packages.filter(one -> one.tryGetPackageInfo()
                        .map(info -> !info.isAnnotatedWith(NullMarked.class))
                        .orElse(true))
                .forEach(one -> bare.add(one.getName()));
        assertThat(bare).isEmpty();
    }

    @Test
    void theTableKnowsEveryModule() {
        Set<String> known = Stream.concat(
                        Stream.of("app"), Arrays.stream(MODULES).map(row -> row[0]))
                .collect(java.util.stream.Collectors.toSet());
        assertThat(CLASSES.stream().map(ArchitectureTest::module).distinct()).isSubsetOf(known);
    }

    @Test
    void theTableKnowsEveryPackageOfTheCore() {
        Set<String> known = Arrays.stream(CORE).map(row -> row[0]).collect(java.util.stream.Collectors.toSet());
        String core = "dev.ingot.core.";
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(core))
                        .map(name -> name.substring(core.length()))
                        .distinct())
                .isSubsetOf(known);
    }

    private static DescribedPredicate<JavaClass> foreign() {
        return not(resideInAPackage("dev.ingot.."));
    }

    /** Commands, and whatever else is in a {@code cli} package of another module, may use the command line. */
    private static DescribedPredicate<JavaClass> isCommand() {
        return resideInAPackage("dev.ingot.*.cli..");
    }

    /** A module, or a class inside one. */
    private static DescribedPredicate<JavaClass> isModule() {
        return DescribedPredicate.describe("compose", one -> one.getName().matches(".*Module(\\$.*)?"));
    }

    private static boolean isInLayer(JavaClass one) {
        return LAYERS.contains(module(one));
    }

    private static String module(JavaClass one) {
        return one.getPackageName().split("\\.")[2];
    }
}
