package dev.ingot.storage;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.storage.ObjectStore;

/**
 * Lets the settings choose the object store. Wants {@link Settings} from elsewhere; whoever made the injector closes the store
 * that it made, if it can be closed.
 */
public final class StorageModule extends AbstractModule {
    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), ObjectStore.class)
                .setBinding()
                .toProvider(Store.class)
                .in(Singleton.class);
        Multibinder<Setting<?>> settings = Multibinder.newSetBinder(binder(), new TypeLiteral<Setting<?>>() {});
        StorageSettings.all().forEach(setting -> settings.addBinding().toInstance(setting));
    }

    private static final class Store implements Provider<ObjectStore> {
        private final Settings settings;

        @Inject
        Store(Settings settings) {
            this.settings = settings;
        }

        @Override
        public ObjectStore get() {
            return ObjectStores.of(settings);
        }
    }
}
