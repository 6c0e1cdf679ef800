package io.conductatlas.documents.dates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates an agreement states about itself. What it does not state is absent; a day of detection never stands in.
 *
 * @param dates in the order of the text
 * @param daysAfterPosting where changes apply a number of days after they are posted, that number
 */
public record StatedDates(List<StatedDate> dates, @Nullable Integer daysAfterPosting) {
    public StatedDates {
        dates = List.copyOf(dates);
    }

    public Optional<LocalDate> effective() {
        return first(StatedDate.Kind.EFFECTIVE);
    }

    public Optional<LocalDate> lastUpdated() {
        return first(StatedDate.Kind.LAST_UPDATED);
    }

    public Optional<LocalDate> announced() {
        return first(StatedDate.Kind.ANNOUNCED);
    }

    private Optional<LocalDate> first(StatedDate.Kind kind) {
        return dates.stream()
                .filter(stated -> stated.kind() == kind)
                .map(StatedDate::date)
                .findFirst();
    }
}
