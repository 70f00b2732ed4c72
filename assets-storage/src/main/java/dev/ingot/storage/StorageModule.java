package dev.ingot.storage;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.ingot.core.config.AccessTokens;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.azure.AzureIdentity;

/**
 * Lets the settings choose the object store, for Ingot and for Spark, and proves to Azure who we are. Wants {@link Settings} from
 * elsewhere; whoever made the injector closes the store that it made, if it can be closed.
 */
public final class StorageModule extends AbstractModule {
    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), ObjectStore.class)
                .setBinding()
                .toProvider(Store.class)
                .in(Singleton.class);
        OptionalBinder.newOptionalBinder(binder(), MountedStore.class)
                .setBinding()
                .toProvider(Mount.class)
                .in(Singleton.class);
        OptionalBinder.newOptionalBinder(binder(), AccessTokens.class)
                .setBinding()
                .to(AzureIdentity.class)
                .in(Singleton.class);
        Multibinder<Setting<?>> settings = Multibinder.newSetBinder(binder(), new TypeLiteral<Setting<?>>() {});
        StorageSettings.all().forEach(setting -> settings.addBinding().toInstance(setting));
    }

    private static final class Mount implements Provider<MountedStore> {
        private final Settings settings;
        private final ObjectStore store;

        @Inject
        Mount(Settings settings, ObjectStore store) {
            this.settings = settings;
            this.store = store;
        }

        @Override
        public MountedStore get() {
            return ObjectStores.mounted(settings, store);
        }
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
