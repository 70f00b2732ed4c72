package dev.ingot.dataset.fetch;

import dev.ingot.dataset.fetch.FetchException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Decides by the headers of an answer where its content goes: behind what has come, in place of it, or nowhere.
 *
 * @param source what was asked for
 * @param part what has come of it
 * @param asked whether only the rest was asked for
 * @param room of the disk
 */
record Arrival(URI source, PartFile part, boolean asked, Download.Room room) implements BodyHandler<Path> {
    @Override
    public BodySubscriber<Path> apply(ResponseInfo info) {
        try {
            if (info.statusCode() == HttpStatus.PARTIAL && !continues(info)) {
                part.forget();
                return BodySubscribers.replacing(part.path());
            }
            if (info.statusCode() == HttpStatus.OK) {
                part.begin(source, info.headers());
            } else if (info.statusCode() != HttpStatus.PARTIAL) {
                return BodySubscribers.replacing(part.path());
            }
            ensureRoom();
            return BodySubscribers.ofFile(
                    part.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean continues(ResponseInfo info) throws IOException {
        String range = info.headers().firstValue("Content-Range").orElse("");
        return asked && !part.contradicts(info.headers()) && range.startsWith("bytes " + part.size() + "-");
    }

    private void ensureRoom() throws IOException {
        long rest = part.expected().orElse(0L) - part.size();
        long left = room.left(part.folder());
        if (rest > left) {
            throw new FetchException(
                    Kind.NO_ROOM, (rest >> 20) + " MB are to come, and " + (left >> 20) + " MB are free", null);
        }
    }
}
