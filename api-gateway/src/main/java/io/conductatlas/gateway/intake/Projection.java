package io.conductatlas.gateway.intake;

import io.conductatlas.delivery.Inbox;
import io.conductatlas.events.AssessmentEvent;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.CaptureEvent;
import io.conductatlas.events.ChangeEvent;
import io.conductatlas.events.DeliveryEvent;
import io.conductatlas.events.ReviewEvent;
import io.conductatlas.events.SourceEvent;
import io.conductatlas.events.SubscriptionEvent;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes an event's effect on the read model together with its claim in the inbox. */
@ApplicationScoped
class Projection {

    private final Inbox inbox;
    private final SourceRows sources;
    private final CaptureRows captures;
    private final ChangeRows changes;
    private final AssessmentRows assessments;
    private final ReviewRows reviews;
    private final DeliveryRows deliveries;

    Projection(
            Inbox inbox,
            SourceRows sources,
            CaptureRows captures,
            ChangeRows changes,
            AssessmentRows assessments,
            ReviewRows reviews,
            DeliveryRows deliveries) {
        this.inbox = inbox;
        this.sources = sources;
        this.captures = captures;
        this.changes = changes;
        this.assessments = assessments;
        this.reviews = reviews;
        this.deliveries = deliveries;
    }

    /** @param provisions those that the assessment's Version holds; empty with all other events */
    @WithTransaction
    Uni<Void> commit(AtlasEvent event, List<HeldProvision> provisions) {
        return inbox.claim(Consumers.NAME, event.eventId())
                .chain(ours ->
                        ours ? write(event, provisions) : Uni.createFrom().voidItem());
    }

    private Uni<Void> write(AtlasEvent event, List<HeldProvision> provisions) {
        if (event instanceof SourceEvent source) {
            return sources.write(source);
        }
        if (event instanceof CaptureEvent capture) {
            return sources.ensure(capture, capture.recordedAt()).chain(() -> captures.write(capture));
        }
        if (event instanceof ChangeEvent change) {
            return sources.ensure(change, change.recordedAt()).chain(() -> changes.write(change));
        }
        if (event instanceof AssessmentEvent assessment) {
            return sources.ensure(assessment, assessment.recordedAt())
                    .chain(() -> assessments.write(assessment, provisions));
        }
        if (event instanceof ReviewEvent review) {
            return reviews.write(review);
        }
        if (event instanceof DeliveryEvent delivery) {
            return deliveries.write(delivery);
        }
        if (event instanceof SubscriptionEvent) {
            return Uni.createFrom().voidItem(); // told by the gateway itself, from tables of its own
        }
        throw new IllegalArgumentException("no projection for " + event.getClass());
    }
}
