package io.camelsmc.component;

import io.camelsmc.spec.JsonForm;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that is handed out: unlike an empty list of anything, an empty one still converts to JSON. */
final class JsonItems<T extends JsonForm> extends AbstractList<T> implements RandomAccess, Serializable {

    private static final long serialVersionUID = 1;

    private final transient List<T> items;

    JsonItems(List<T> items) {
        this.items = List.copyOf(items);
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    private Object writeReplace() {
        return JsonForm.text(items);
    }
}
