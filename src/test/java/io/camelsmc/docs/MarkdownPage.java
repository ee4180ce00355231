package io.camelsmc.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: its code blocks, and its generated parts between marker comments. */
record MarkdownPage(Path path, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\R(.*?)^```");

    static MarkdownPage read(Path path) throws IOException {
        return new MarkdownPage(path, Files.readString(path));
    }

    /** Every page that users read. */
    static List<MarkdownPage> all() throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(paths::add);
        }
        if (Files.exists(Path.of("README.md"))) {
            paths.add(Path.of("README.md"));
        }
        List<MarkdownPage> pages = new ArrayList<>();
        for (Path path : paths) {
            pages.add(read(path));
        }
        return pages;
    }

    /** The fenced blocks of one language. */
    List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    /** The page with another content in one generated part. */
    MarkdownPage with(String part, String content) {
        String begin = "<!-- generated: " + part + " -->\n";
        String end = "<!-- end: " + part + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new AssertionError(path + " has no part " + part + " between marker comments");
        }
        return new MarkdownPage(path, text.substring(0, from + begin.length()) + content + text.substring(to));
    }

    void write() throws IOException {
        Files.writeString(path, text);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
