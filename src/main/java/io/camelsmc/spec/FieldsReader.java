package io.camelsmc.spec;

import java.util.Map;
import java.util.ServiceLoader;

/** Reads a spec from its fields by name. The readers live above this package, so they are looked up as a service. */
public interface FieldsReader {

    /**
     * Reads one spec.
     *
     * @throws InvalidSpecException with every problem
     */
    ReplicationJobSpec read(Map<String, ?> fields) throws InvalidSpecException;

    /** The reader of this product. */
    static FieldsReader get() {
        return ServiceLoader.load(FieldsReader.class, FieldsReader.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reader of specs is on the class path"));
    }
}
