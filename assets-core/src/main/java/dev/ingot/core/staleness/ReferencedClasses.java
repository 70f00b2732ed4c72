package dev.ingot.core.staleness;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/** Reads from a class file's constant pool which classes it names. */
final class ReferencedClasses {
    /** The tag of a class entry (JVM specification, table 4.4-A). */
    private static final int CLASS = 7;

    private ReferencedClasses() {}

    /** Internal names such as {@code dev/ingot/silver/Ratings}; arrays are left out. */
    static Set<String> of(ClassReader reader) {
        Set<String> names = new TreeSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0 && reader.readByte(offset - 1) == CLASS) {
                String name = reader.readUTF8(offset, buffer);
                if (name != null && !name.startsWith("[")) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
