package dev.ingot.core.staleness;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * The hash of an asset's byte code: of its class and, transitively, of the classes that it uses of its package and of those below;
 * and of its {@linkplain Asset#resources() resources}.
 *
 * <p>Debug data is left out, so a comment or a moved line changes nothing, and a rebuild gives the same version. Classes of
 * other packages are left out too: the framework may change without making everything stale. Thread-safe.
 */
public final class BytecodeVersions implements CodeVersions {
    private final Map<Class<?>, String> known = new ConcurrentHashMap<>();

    @Override
    public String of(Asset asset) {
        return asset.spec()
                .codeVersion()
                .orElseGet(() -> known.computeIfAbsent(asset.getClass(), root -> hash(root, asset.resources())));
    }

    private String hash(Class<?> root, List<String> resources) {
        String scope = root.getPackageName().replace('.', '/') + "/";
        Map<String, byte[]> classes = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(root.getName().replace('.', '/'));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!classes.containsKey(name)) {
                ClassReader reader = read(root, name);
                classes.put(name, normalised(reader));
                ReferencedClasses.of(reader).stream()
                        .filter(used -> used.startsWith(scope))
                        .forEach(open::add);
            }
        }
        Sha256 hash = new Sha256();
        classes.values().forEach(hash::add);
        resources.forEach(name -> hash.add(resource(root, name)));
        return hash.hex(8);
    }

    private static byte[] normalised(ClassReader reader) {
        ClassWriter writer = new ClassWriter(0);
        reader.accept(writer, ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    private static byte[] resource(Class<?> root, String name) {
        try (InputStream content = root.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("not beside " + root.getName() + ": " + name);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassReader read(Class<?> root, String name) {
        ClassLoader loader = root.getClassLoader();
        try (InputStream code = loader.getResourceAsStream(name + ".class")) {
            if (code == null) {
                throw new IllegalStateException("no byte code of " + name);
            }
            return new ClassReader(code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
