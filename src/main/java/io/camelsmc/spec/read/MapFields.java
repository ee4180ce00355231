package io.camelsmc.spec.read;

import io.camelsmc.spec.FieldsReader;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.Map;

/** Reads a spec that Jackson has taken apart already. */
public final class MapFields implements FieldsReader {

    @Override
    public ReplicationJobSpec read(Map<String, ?> fields) throws InvalidSpecException {
        return SpecReader.ofMap(fields, "JSON");
    }
}
