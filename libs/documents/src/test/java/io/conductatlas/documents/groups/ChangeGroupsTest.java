package io.conductatlas.documents.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeGroupsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID PRIVACY = new UUID(0, 1);
    private static final UUID TERMS = new UUID(0, 2);
    private static final UUID COOKIES = new UUID(0, 3);
    private static final UUID GROUP = new UUID(1, 1);

    private final ChangeGroups groups = new ChangeGroups(Duration.ofHours(24));

    @Test
    void leavesAChangeAlone() {
        assertThat(groups.place(change(PRIVACY, 0), List.of(), () -> GROUP).group())
                .isEmpty();
        assertThat(groups.place(change(PRIVACY, 5), List.of(change(PRIVACY, 0)), () -> GROUP)
                        .group())
                .isEmpty();
    }

    @Test
    void beginsAGroupWithTheSecondDocument() {
        DocumentChange first = change(PRIVACY, 0);

        ChangeGroups.Membership membership = groups.place(change(TERMS, 23), List.of(first), () -> GROUP);

        assertThat(membership.group()).contains(GROUP);
        assertThat(membership.joining()).containsExactly(first);
    }

    @Test
    void joinsAGroupThatIsThere() {
        List<DocumentChange> recent = List.of(grouped(PRIVACY, 0), grouped(TERMS, 2));

        ChangeGroups.Membership membership = groups.place(change(COOKIES, 20), recent, UUID::randomUUID);

        assertThat(membership.group()).contains(GROUP);
        assertThat(membership.joining()).isEmpty();
    }

    @Test
    void endsAGroupAWindowAfterItsFirstChange() {
        List<DocumentChange> recent = List.of(grouped(PRIVACY, 0), grouped(TERMS, 20));

        assertThat(groups.place(change(COOKIES, 30), recent, () -> GROUP).group())
                .isEmpty();
    }

    private static DocumentChange change(UUID document, int hours) {
        return new DocumentChange(document, NOON.plus(Duration.ofHours(hours)), Optional.empty());
    }

    private static DocumentChange grouped(UUID document, int hours) {
        return new DocumentChange(document, NOON.plus(Duration.ofHours(hours)), Optional.of(GROUP));
    }
}
