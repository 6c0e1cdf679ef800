package io.conductatlas.differ.document;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.dates.StatedDates;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.RelocatedPassage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A text that differs from the one that is there, with its objects already in the archive.
 *
 * @param wordingHash of what it says, whatever its form
 */
public record NewText(
        AgreementText agreement,
        String wordingHash,
        ObjectRef markdown,
        ObjectRef text,
        StatedDates dates,
        Optional<Comparison> comparison) {

    /**
     * With a text the document had.
     *
     * @param present the appearance that was there when the comparison was made
     * @param followed the appearance it is compared with: the present one, or that of a variant the new text comes after
     * @param changeClass what the difference is
     * @param returned what it means that an earlier text came back with this one, if it did
     * @param movesDates whether another effective date in the new text is news
     */
    public record Comparison(
            UUID present,
            UUID followed,
            Diff diff,
            ObjectRef hunks,
            ChangeClass changeClass,
            Optional<Return> returned,
            boolean movesDates,
            List<Moved> relocations) {
        public Comparison {
            relocations = List.copyOf(relocations);
        }

        /** From 0 to 1; what is noise weighs next to nothing. */
        double significance() {
            return changeClass == ChangeClass.SUBSTANTIVE ? diff.significance() : Math.min(0.05, diff.significance());
        }
    }

    /**
     * An earlier text came back in the present one's place.
     *
     * @param earlier the appearance it had before
     * @param isNews whether the two were not known to take turns, alone or with others
     * @param flapping whether it came back within a day
     */
    public record Return(UUID earlier, boolean isNews, boolean flapping) {}

    /**
     * A passage that left one document and stands in others. A place in the new text or in the one before it has neither the change's
     * nor the new version's id yet.
     */
    public record Moved(Place from, List<Place> to, double resemblance, boolean weakened, List<String> wordsLost) {
        public Moved {
            to = List.copyOf(to);
            wordsLost = List.copyOf(wordsLost);
        }
    }

    /** Where a passage is. */
    public sealed interface Place {
        int start();

        int end();

        /** In the text before the change at hand. */
        record Before(int start, int end) implements Place {}

        /** In the new text. */
        record After(int start, int end) implements Place {}

        /** In a text of another document. */
        record Elsewhere(RelocatedPassage passage) implements Place {
            @Override
            public int start() {
                return passage.start();
            }

            @Override
            public int end() {
                return passage.end();
            }
        }
    }
}
