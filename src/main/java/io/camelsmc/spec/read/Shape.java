package io.camelsmc.spec.read;

import io.camelsmc.spec.FieldType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The nesting of structured parameters, as the API nests them. One table for every format. */
public sealed interface Shape {

    /** A single value. */
    record Single(ValueType type) implements Shape {}

    /** A list of objects. */
    record ListOf(ObjectOf item, int max) implements Shape {}

    /** An object of named members. */
    record ObjectOf(List<Member> members) implements Shape {

        /** By camelCase name or by the exact spelling of the API; null when there is no such member. */
        @Nullable
        Member exact(String name) {
            for (Member member : members) {
                if (member.name.equals(name) || member.apiName.equals(name)) {
                    return member;
                }
            }
            return null;
        }

        @Nullable
        Member folded(String name) {
            for (Member member : members) {
                if (FieldNames.fold(member.apiName).equals(FieldNames.fold(name))) {
                    return member;
                }
            }
            return null;
        }

        List<String> names() {
            return members.stream().map(Member::name).toList();
        }
    }

    /** A member of an object: its name in camelCase and as the API spells it. */
    record Member(String name, String apiName, Shape shape) {}

    ObjectOf PARTITION = object(text("Device"), bytes("SizeBytes"), flag("Block"));
    ObjectOf DATA_DISK = object(number("Index"), number("Size"), list("Part", PARTITION));
    ObjectOf TAG = object(text("Key"), text("Value"));
    ObjectOf LAYOUT_PART = object(text("Path"), bytes("SizeBytes"), flag("Block"));
    ObjectOf LAYOUT_SYSTEM = object(number("Size"), flag("LVM"), list("Part", LAYOUT_PART));
    ObjectOf LAYOUT_DATA = object(number("Size"), flag("LVM"), text("DiskId"), list("Part", LAYOUT_PART));
    ObjectOf DISKS = object(member("System", LAYOUT_SYSTEM), list("Data", LAYOUT_DATA));

    /** The structure of a field; null for fields that hold a single value or free names. */
    static @Nullable Shape of(FieldType type) {
        return switch (type) {
            case PARTITIONS -> listOf(PARTITION);
            case DATA_DISKS -> listOf(DATA_DISK);
            case TAGS -> listOf(TAG);
            case DISKS -> DISKS;
            case STRING, INTEGER, BOOLEAN, TIME, TARGET_TYPE, EXTRA -> null;
        };
    }

    private static ListOf listOf(ObjectOf item) {
        return new ListOf(item, 64);
    }

    private static ObjectOf object(Member... members) {
        return new ObjectOf(List.of(members));
    }

    private static Member member(String apiName, Shape shape) {
        boolean initials = apiName.equals(apiName.toUpperCase(Locale.ROOT));
        String name = initials
                ? apiName.toLowerCase(Locale.ROOT)
                : apiName.substring(0, 1).toLowerCase(Locale.ROOT) + apiName.substring(1);
        return new Member(name, apiName, shape);
    }

    private static Member text(String apiName) {
        return member(apiName, new Single(ValueType.TEXT));
    }

    private static Member number(String apiName) {
        return member(apiName, new Single(ValueType.INTEGER));
    }

    private static Member bytes(String apiName) {
        return member(apiName, new Single(ValueType.LONG));
    }

    private static Member flag(String apiName) {
        return member(apiName, new Single(ValueType.BOOLEAN));
    }

    private static Member list(String apiName, ObjectOf item) {
        return member(apiName, listOf(item));
    }
}
