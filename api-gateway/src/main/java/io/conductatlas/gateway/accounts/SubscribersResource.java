package io.conductatlas.gateway.accounts;

import io.conductatlas.gateway.accounts.Accounts.Created;
import io.conductatlas.gateway.accounts.Accounts.NewSubscriber;
import io.conductatlas.gateway.audit.Audit;
import io.conductatlas.gateway.problems.Faults;
import io.conductatlas.gateway.security.Roles;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Makes subscribers. */
@Path("/v1/subscribers")
@Tag(name = "Subscribers")
@RolesAllowed(Roles.STAFF)
class SubscribersResource {

    private static final String DEFAULT_ZONE = "UTC";

    private final Accounts accounts;
    private final Audit audit;

    SubscribersResource(Accounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a subscriber",
            description = "Makes an account and its first API key, which is shown in this answer and never again.")
    @APIResponse(responseCode = "201", description = "The account and its key")
    @APIResponse(responseCode = "409", description = "The address has an account already")
    public Uni<RestResponse<SubscriberCreated>> create(SubscriberRequest body) {
        NewSubscriber wanted = Faults.present(body).checked();
        return Panache.withTransaction(() -> accounts.create(wanted)
                        .call(created -> audit.note(
                                "subscriber-created", created.account().id().toString(), null, created.account(), "")))
                .map(created -> RestResponse.ResponseBuilder.<SubscriberCreated>create(RestResponse.Status.CREATED)
                        .entity(SubscriberCreated.of(created))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @Schema(name = "SubscriberRequest")
    record SubscriberRequest(
            @Schema(required = true, examples = "reader@example.org") @Nullable
            String email,

            @Schema(required = true, description = "A plan's slug", examples = "watcher") @Nullable
            String plan,

            @Schema(description = "BCP 47; en unless given") @Nullable
            String locale,

            @Schema(
                    description = "The zone in which days and weeks are reckoned; UTC unless given",
                    examples = "Europe/Vienna")
            @Nullable
            String zone) {

        NewSubscriber checked() {
            Faults faults = new Faults();
            String address = faults.text(email, "email", 254);
            faults.check(
                    address.isEmpty()
                            || address.matches("[^@\\s<>()\\[\\],;:\\\\\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
                    "email",
                    "not-an-address",
                    "must be a mail address");
            String slug = faults.slug(plan, "plan");
            String language = locale == null ? "en" : locale;
            faults.check(isLocale(language), "locale", "not-a-locale", "must be a BCP 47 language tag");
            String place = zone == null ? DEFAULT_ZONE : zone;
            ZoneId zoneId = zone(place);
            faults.check(zoneId != null, "zone", "not-a-zone", "must be a zone of the IANA database");
            faults.raise();
            return new NewSubscriber(address, slug, language, zoneId == null ? ZoneId.of(DEFAULT_ZONE) : zoneId);
        }

        private static boolean isLocale(String tag) {
            try {
                return !new Locale.Builder()
                        .setLanguageTag(tag)
                        .build()
                        .getLanguage()
                        .isEmpty();
            } catch (IllformedLocaleException e) {
                return false;
            }
        }

        private static @Nullable ZoneId zone(String name) {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    @Schema(name = "SubscriberCreated")
    record SubscriberCreated(
            UUID id,
            String plan,
            String locale,
            String zone,

            @Schema(description = "The API key. Keep it: it is not stored and not shown again.")
            String apiKey) {

        static SubscriberCreated of(Created created) {
            Account account = created.account();
            return new SubscriberCreated(
                    account.id(), account.plan().slug(), account.locale(), account.zone(), created.key());
        }
    }
}
