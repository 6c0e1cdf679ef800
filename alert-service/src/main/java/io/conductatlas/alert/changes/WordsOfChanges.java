package io.conductatlas.alert.changes;

import io.conductatlas.archive.Archive;
import io.conductatlas.events.ObjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the words of changes from the object store, and keeps those of the latest few: the same change goes to many. It
 * blocks: worker threads only.
 */
@ApplicationScoped
public class WordsOfChanges {

    private static final int KEPT = 32;

    private final Archive archive;
    private final Map<String, List<Hunk>> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Hunk>> eldest) {
            return size() > KEPT;
        }
    });

    WordsOfChanges(Archive archive) {
        this.archive = archive;
    }

    /** The places of the change, in the order of the new text; fails as {@link Archive#get} does. */
    public List<Hunk> of(ObjectRef hunks) {
        List<Hunk> known = kept.get(hunks.sha256());
        if (known != null) {
            return known;
        }
        List<Hunk> read = read(hunks);
        kept.put(hunks.sha256(), read);
        return read;
    }

    private List<Hunk> read(ObjectRef hunks) {
        try {
            return List.copyOf(HunkReader.read(archive.get(hunks)));
        } catch (IOException e) {
            throw new IllegalStateException(hunks.key() + " is not the JSON of a change", e);
        }
    }
}
