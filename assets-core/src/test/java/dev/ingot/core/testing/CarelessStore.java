package dev.ingot.core.testing;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A store that writes whatever the condition says, as servers do that do not know it. */
public class CarelessStore extends ForwardingStore {
    public CarelessStore(ObjectStore store) {
        super(store);
    }

    @Override
    public Optional<ObjectInfo> putIfAbsent(ObjectPath path, InputStream content) throws IOException {
        return Optional.of(super.put(path, content));
    }
}
