package dev.ingot.bench.landing;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import dev.ingot.core.config.Settings;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.ObjectStores;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Puts one file into a store by turns through our port and through the SDK, in parts of the same size. */
public final class LandingBench {
    private static final long PART = 8L * 1024 * 1024;
    private static final String BUCKET = "landing";
    private static final String AZURITE = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + "BlobEndpoint=http://127.0.0.1:%s/devstoreaccount1;";

    private LandingBench() {}

    /** Takes the content of a file. */
    private interface Sink {
        void take(InputStream content, long length) throws Exception;
    }

    /** @param arguments {@code minio} or {@code azurite}, its port, the file, and how often */
    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        Path file = Path.of(arguments[2]);
        ObjectStore store = ObjectStores.of(Settings.of(Path.of(""), settings(name, arguments[1])));
        store.list(ObjectPath.of("makes-the-bucket"));
        Sink ours = (content, length) -> store.put(ObjectPath.of("large"), content);
        Sink sdk = name.equals("minio") ? minio(arguments[1]) : azure(arguments[1]);
        for (int run = 0; run < Integer.parseInt(arguments[3]); run++) {
            print("sdk-" + name, timed(sdk, file));
            print("ours-" + name, timed(ours, file));
        }
        if (store instanceof AutoCloseable open) {
            open.close();
        }
        // The SDKs' threads would keep the process for a minute.
        System.exit(0);
    }

    private static void print(String name, double seconds) {
        System.out.printf(Locale.ROOT, "%s %.3f%n", name, seconds);
    }

    private static double timed(Sink sink, Path file) throws Exception {
        long began = System.nanoTime();
        try (InputStream content = Files.newInputStream(file)) {
            sink.take(content, Files.size(file));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static Map<String, String> settings(String name, String port) {
        Map<String, String> settings = new HashMap<>(Map.of("storage.bucket", BUCKET));
        if (name.equals("minio")) {
            settings.put("storage.kind", "s3");
            settings.put("storage.endpoint", "http://127.0.0.1:" + port);
            settings.put("storage.access-key", System.getenv("store_user"));
            settings.put("storage.secret-key", System.getenv("store_secret"));
        } else {
            settings.put("storage.kind", "azure");
            settings.put("storage.connection-string", AZURITE.formatted(port));
        }
        return settings;
    }

    private static Sink minio(String port) {
        MinioClient client = MinioClient.builder()
                .endpoint("http://127.0.0.1:" + port)
                .region("us-east-1")
                .credentials(System.getenv("store_user"), System.getenv("store_secret"))
                .build();
        return (content, length) ->
                client.putObject(PutObjectArgs.builder().bucket(BUCKET).object("by-sdk").stream(content, length, PART)
                        .build());
    }

    private static Sink azure(String port) {
        BlobContainerClient container = new BlobServiceClientBuilder()
                .connectionString(AZURITE.formatted(port))
                .httpClient(new JdkHttpClientBuilder().build())
                .buildClient()
                .getBlobContainerClient(BUCKET);
        ParallelTransferOptions parts =
                new ParallelTransferOptions().setBlockSizeLong(PART).setMaxConcurrency(4);
        return (content, length) -> container
                .getBlobClient("by-sdk")
                .uploadWithResponse(
                        new BlobParallelUploadOptions(content).setParallelTransferOptions(parts), null, null);
    }
}
