package io.camelsmc.job;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.SpecField;

/**
 * One field in which a job is not as a spec wants it.
 *
 * @param field the field
 * @param wanted value of the spec, as people read it
 * @param found value of the job, as people read it
 */
public record FieldDifference(SpecField field, String wanted, String found) {

    @Override
    public String toString() {
        return as(field.specName());
    }

    /** The difference as text, the field under another name, such as that of a column. */
    public String as(String name) {
        return name + ": wanted " + SafeText.excerpt(wanted) + ", found " + SafeText.excerpt(found);
    }
}
