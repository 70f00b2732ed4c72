package dev.ingot.dataset.sample;

import dev.ingot.dataset.sample.RatingsWriter.Rating;
import dev.ingot.dataset.sample.internal.Catalogue;
import dev.ingot.dataset.sample.internal.Chance;
import dev.ingot.dataset.sample.internal.HalfStars;
import dev.ingot.dataset.sample.internal.Proportions;
import dev.ingot.dataset.sample.internal.Quality;
import dev.ingot.dataset.sample.internal.RatingModel;
import dev.ingot.dataset.sample.internal.Timeline;
import dev.ingot.dataset.sample.internal.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Generates data in the MovieLens CSV layout whose every property is known.
 *
 * <p>The users are made one after another, so that memory does not grow with the ratings. What is written is described in
 * {@code docs/spec/dataset.md}.
 */
public final class SampleGenerator {
    private final SampleSettings settings;
    private final Proportions proportions;
    private final Catalogue catalogue;
    private final RatingModel model;
    private final Quality quality = new Quality();
    private final Features features = new Features();

    private SampleGenerator(SampleSettings settings) {
        this.settings = settings;
        proportions = Proportions.of(settings.ratings());
        catalogue = Catalogue.of(settings.seed(), proportions.movies());
        model = new RatingModel(settings.seed(), catalogue);
    }

    /**
     * Writes the four CSV files and then {@value Manifest#FILE_NAME} into a folder, which is made if need be.
     *
     * <p>Files of these names are replaced; an old manifest goes first, so that a folder with a manifest is complete.
     *
     * @return the manifest as written
     * @throws IOException if the folder cannot be written
     */
    public static Manifest generate(SampleSettings settings, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(Manifest.FILE_NAME));
        Manifest manifest = new SampleGenerator(settings).write(folder);
        Files.writeString(folder.resolve(Manifest.FILE_NAME), manifest.print());
        return manifest;
    }

    private Manifest write(Path folder) throws IOException {
        try (MoviesWriter movies = new MoviesWriter(folder, settings, catalogue, features);
                LinksWriter links = new LinksWriter(folder, settings, catalogue, features);
                TagsWriter tags = new TagsWriter(folder, settings, catalogue);
                RatingsWriter ratings = new RatingsWriter(folder, settings, catalogue)) {
            movies.writeAll();
            links.writeAll();
            writeUsers(ratings, tags);
            return new Manifest(
                    Manifest.FORMAT,
                    settings,
                    List.of(ratings.summary(), movies.summary(), tags.summary(), links.summary()),
                    features.counts(),
                    new Manifest.Truth(
                            proportions.users(),
                            proportions.movies(),
                            ratings.byYear(),
                            quality.globalMean(),
                            quality.biasRmse(),
                            quality.bestReachableRmse()));
        }
    }

    private void writeUsers(RatingsWriter ratings, TagsWriter tags) throws IOException {
        Chance chance = new Chance(settings.seed(), Chance.Stream.VIEWERS, 0);
        int users = proportions.users();
        int[] counts = proportions.ratingsPerUser(settings.ratings(), chance);
        int[] queue = Catalogue.shuffled(users, chance);
        Viewer viewer = new Viewer(catalogue, model);
        for (int user = 1; user <= users; user++) {
            Chance own = new Chance(settings.seed(), Chance.Stream.VIEWER, user);
            long arrival = Timeline.arrival((queue[user - 1] + own.unit()) / users);
            viewer.become(user, arrival, counts[user - 1], own);
            writeRatings(viewer, ratings, own);
            tags.write(viewer);
        }
    }

    private void writeRatings(Viewer viewer, RatingsWriter ratings, Chance chance) throws IOException {
        double userBias = model.anyUserBias(chance);
        double drift = model.anyDrift(chance);
        for (int place = 0; place < viewer.seen(); place++) {
            int movie = viewer.movie(place);
            double biases = RatingModel.GLOBAL_MEAN + userBias + model.movieBias(movie);
            double mean = biases + drift * viewer.yearsSinceArrival(place) + viewer.taste(place);
            int halfStars = HalfStars.nearest(mean + RatingModel.NOISE * chance.normal());
            quality.add(halfStars, mean, biases);
            ratings.write(new Rating(viewer.user(), catalogue.id(movie), halfStars, viewer.time(place)));
        }
    }
}
