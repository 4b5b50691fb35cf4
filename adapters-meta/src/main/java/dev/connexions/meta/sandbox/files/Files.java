package dev.connexions.meta.sandbox.files;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files under their made-up names. Guarded by its owner's lock. */
public final class Files {

    public static final String HOST = "media.sandbox.example";

    private final Map<String, StoredFile> files = new LinkedHashMap<>();

    public void put(StoredFile file) {
        files.put(file.key(), file);
    }

    public Optional<StoredFile> find(String host, String name) {
        return Optional.ofNullable(files.get(host + "/" + name));
    }

    public boolean remove(String host, String name) {
        return files.remove(host + "/" + name) != null;
    }

    /** Whether anything stands under that name. */
    public boolean serves(String host) {
        return files.values().stream().anyMatch(file -> file.host().equals(host));
    }

    public Collection<StoredFile> everything() {
        return List.copyOf(files.values());
    }

    public void clear() {
        files.clear();
    }
}
