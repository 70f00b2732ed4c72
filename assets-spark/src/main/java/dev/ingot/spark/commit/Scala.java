package dev.ingot.spark.commit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The collections that Scala's interfaces want. */
public final class Scala {
    private Scala() {}

    static <T> Seq<T> seq(List<? extends T> list) {
        List<T> copy = List.copyOf(list);
        return CollectionConverters.asScala(copy).toSeq();
    }

    static <K, V> scala.collection.immutable.Map<K, V> map(Map<K, V> map) {
        return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(map));
    }

    public static <T> List<T> list(scala.collection.Seq<T> seq) {
        return CollectionConverters.asJava(seq);
    }

    static <T> Stream<T> stream(Option<T> option) {
        return option.isEmpty() ? Stream.empty() : Stream.of(option.get());
    }

    static <T> Option<T> none() {
        return Option.empty();
    }
}
