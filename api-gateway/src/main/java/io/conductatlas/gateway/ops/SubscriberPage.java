package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.subscriptions.Followers.Subscriber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one subscriber was told, or why not. Who they are stays sealed. */
record SubscriberPage(
        Frame frame,
        Shell shell,
        String id,
        List<Fact> facts,
        List<DeliveriesPage.Line> attempts,
        @Nullable String next) {

    static List<Fact> facts(Subscriber subscriber) {
        return List.of(
                new Fact("Plan", Words.ofSlug(subscriber.plan())),
                new Fact("Account", subscriber.active() ? "Active" : "Not active"),
                new Fact("Mail on the day of a change", subscriber.alertMail() ? "Wanted" : "Not wanted"),
                new Fact("Weekly digest", subscriber.digestMail() ? "Wanted" : "Not wanted"),
                new Fact("Subscriptions in force", Integer.toString(subscriber.subscriptions())),
                new Fact("Webhook endpoints in force", Integer.toString(subscriber.endpoints())),
                new Fact("Since", Moment.of(subscriber.createdAt()).text()));
    }
}
