package io.camelsmc.spec.check;

import io.camelsmc.spec.TagSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tags of the job. */
final class TagRules {

    private static final int MAX_LENGTH = Limits.TAG_KEY.max();
    private static final int OTHER_OPERATIONS = 64;

    static final List<Rule> ALL = List.of(
            Rule.error(
                    "CR23",
                    "tag",
                    "at most 20 tags; keys unique, 1 to 128 characters; values up to 128; "
                            + "neither begins with aliyun, acs:, http:// or https://",
                    TagRules::form),
            Rule.warning("CR23.length", "tag", "other operations document 64 characters", subject -> {
                List<TagSpec> tags = subject.spec().tags();
                for (int i = 0; i < tags.size(); i++) {
                    if (isLong(tags.get(i).key()) || isLong(tags.get(i).value())) {
                        subject.report(
                                at(i),
                                "Too long for other tag operations",
                                tags.get(i).key(),
                                "at most " + OTHER_OPERATIONS + " characters",
                                null);
                    }
                }
            }));

    private TagRules() {}

    private static void form(Subject subject) {
        List<TagSpec> tags = subject.spec().tags();
        if (tags.size() > Limits.TAGS.entries()) {
            subject.report("Too many tags", tags.size(), "at most " + Limits.TAGS.entries(), null);
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            String key = tags.get(i).key();
            if (key.isEmpty()) {
                subject.missing(at(i) + ".key", "a tag needs a key");
            }
            if (!keys.add(key)) {
                subject.report(at(i) + ".key", "The key stands twice", key, null, "keep one of the two tags");
            }
            text(subject, at(i) + ".key", key);
            text(subject, at(i) + ".value", tags.get(i).value());
        }
    }

    private static void text(Subject subject, String path, String value) {
        if (length(value) > MAX_LENGTH) {
            subject.report(path, "Too long", value, "at most " + MAX_LENGTH + " characters", null);
        }
        if (Texts.startsWithAny(value, Limits.RESERVED)) {
            subject.report(
                    path,
                    "Begins with a reserved word",
                    value,
                    "another beginning",
                    "choose a " + (path.endsWith(".key") ? "key" : "value")
                            + " that does not begin with aliyun, acs:, http:// or https://");
        }
    }

    private static boolean isLong(String text) {
        int length = length(text);
        return length > OTHER_OPERATIONS && length <= MAX_LENGTH;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String at(int i) {
        return "tag[" + (i + 1) + "]";
    }
}
