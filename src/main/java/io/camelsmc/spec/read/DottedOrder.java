package io.camelsmc.spec.read;

import java.util.Comparator;

/** Orders dotted names by their steps, numbers by value: {@code DataDisk.2.Size} before {@code DataDisk.10.Size}. */
enum DottedOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            Long m = NumberText.parse(left[i]);
            Long n = NumberText.parse(right[i]);
            int order = m != null && n != null ? Long.compare(m, n) : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
