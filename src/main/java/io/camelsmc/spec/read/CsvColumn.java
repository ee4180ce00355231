package io.camelsmc.spec.read;

import io.camelsmc.spec.SpecField;
import java.util.List;
import java.util.regex.Pattern;

/** What a column of a CSV file means. */
sealed interface CsvColumn {

    /** Two columns with the same target are duplicates. */
    Object target();

    /** A field with a single value. */
    record Single(SpecField field, ValueType type) implements CsvColumn {
        @Override
        public Object target() {
            return field;
        }
    }

    /** {@code data_disks}: {@code 1:100;2:500}. */
    record DataDisks() implements CsvColumn {
        @Override
        public Object target() {
            return this;
        }
    }

    /** {@code tags}: {@code k=v;k=v}. */
    record Tags() implements CsvColumn {
        @Override
        public Object target() {
            return this;
        }
    }

    /** {@code tag:KEY}; of several columns of one key, the lowest rank that has a value wins. */
    record Tag(String key, int rank) implements CsvColumn {
        Tag(String key) {
            this(key, 0);
        }

        @Override
        public Object target() {
            return this;
        }
    }

    /** One of two columns of another tool whose cells list the keys, or the values, of tags: {@code a,b} and {@code 1,2}. */
    record TagList(boolean keys, int rank) implements CsvColumn {
        @Override
        public Object target() {
            return this;
        }
    }

    /** {@code extra:Name}: a parameter sent as it stands. */
    record Extra(String name) implements CsvColumn {
        @Override
        public Object target() {
            return this;
        }
    }

    /** A dotted name such as {@code DataDisk.1.Part.2.SizeBytes}; steps are member names and numbers from 1. */
    record Path(SpecField field, List<Object> steps, ValueType type) implements CsvColumn {
        @Override
        public Object target() {
            return List.of(field, steps);
        }
    }

    /** One key of the JSON object of transfer parameters. */
    record Parameter(String key, ValueType type) implements CsvColumn {
        @Override
        public Object target() {
            return key;
        }
    }

    /** A column of another tool, taken only where the value has the form that is wanted here. */
    record Matching(SpecField field, Pattern form) implements CsvColumn {
        @Override
        public Object target() {
            return field;
        }
    }

    /** A column of another tool that says whether the server is to move at all. */
    record Consent(String name, Gate gate) implements CsvColumn {
        @Override
        public Object target() {
            return this;
        }
    }

    /** A column of another tool that means nothing here. */
    record Dropped(String name, boolean targetSize) implements CsvColumn {
        @Override
        public Object target() {
            return this;
        }
    }

    /** A column that nobody knows, which is a problem of the header. */
    record Unknown(String name) implements CsvColumn {
        @Override
        public Object target() {
            return this;
        }
    }

    /** A column for people, or one that an earlier run added. */
    record Ignored(String name) implements CsvColumn {
        @Override
        public Object target() {
            return this;
        }
    }
}
