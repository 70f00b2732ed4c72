package dev.ingot.spark.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

final class AbsentClassesTest {
    private final List<String> asked = new ArrayList<>();

    private final AbsentClasses classes =
            new AbsentClasses(new ClassLoader(getClass().getClassLoader()) {
                @Override
                public Class<?> loadClass(String name) throws ClassNotFoundException {
                    asked.add(name);
                    return super.loadClass(name);
                }
            });

    @Test
    void itsParentIsAskedOnceForWhatItHasNot() {
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> classes.loadClass("org.apache.spark.sql.NoSuchRow"))
                    .isInstanceOf(ClassNotFoundException.class)
                    .hasMessageContaining("org.apache.spark.sql.NoSuchRow");
        }
        assertThat(asked).containsExactly("org.apache.spark.sql.NoSuchRow");
    }

    @Test
    void whatIsThereIsTheParentsOwn() throws ClassNotFoundException {
        assertThat(classes.loadClass(SparkSession.class.getName())).isSameAs(SparkSession.class);
    }

    @Test
    void aThreadHasItForAsLongAsItsWorkTakes() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader during = classes.during(thread::getContextClassLoader);
        assertThat(during).isSameAs(classes);
        assertThat(thread.getContextClassLoader()).isSameAs(before);
    }
}
