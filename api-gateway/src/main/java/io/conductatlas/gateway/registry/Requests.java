package io.conductatlas.gateway.registry;

import io.conductatlas.events.FetchMode;
import io.conductatlas.gateway.problems.Faults;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies with which staff declare things. */
final class Requests {

    private static final Duration DEFAULT_CADENCE = Duration.ofHours(24);
    private static final Duration LONGEST_CADENCE = Duration.ofDays(7);
    private static final int MOST_LOCATIONS = 20;

    private Requests() {}

    @Schema(name = "PlatformRequest")
    record PlatformRequest(
            @Schema(required = true, description = "Its place in addresses; never changes", examples = "larkfield")
            @Nullable
            String slug,

            @Schema(required = true, examples = "Larkfield") @Nullable
            String name,

            @Schema(description = "One neutral sentence") @Nullable
            String description,

            @Schema(examples = "Social network") @Nullable String industry,
            @Nullable String homePage) {

        void check() {
            Faults faults = new Faults();
            faults.slug(slug, "slug");
            faults.text(name, "name", 120);
            faults.optionalText(description, "description", 500);
            faults.optionalText(industry, "industry", 80);
            String page = faults.optionalText(homePage, "home_page", 500);
            faults.check(
                    page.isEmpty() || page.matches("https?://[^\\s/?#@\\\\]+([/?#]\\S*)?"),
                    "home_page",
                    "not-an-address",
                    "must be an http or https address");
            faults.raise();
        }
    }

    @Schema(name = "DocumentRequest")
    record DocumentRequest(
            @Schema(required = true, examples = "privacy-policy") @Nullable
            String slug,

            @Schema(required = true, examples = "Privacy Policy") @Nullable
            String name,

            @Schema(required = true, description = "The document type's slug", examples = "privacy-policy") @Nullable
            String type,

            @Schema(description = "BCP 47; en unless given") @Nullable
            String language,

            @Schema(description = "ISO 3166-1 alpha-2; none unless given") @Nullable
            String region,

            @Schema(description = "web unless given") @Nullable
            String surface,

            @Schema(description = "The pages in the order they are joined; none with ARCHIVE") @Nullable
            List<LocationRequest> locations,

            @Schema(description = "HTTP unless given") @Nullable
            FetchMode fetchMode,

            @Schema(description = "ISO 8601, PT1H to P7D; PT24H unless given", examples = "PT24H") @Nullable
            String cadence) {

        void check(boolean shortCadence) {
            Faults faults = new Faults();
            faults.slug(slug, "slug");
            faults.text(name, "name", 200);
            faults.slug(type, "type");
            String tag = faults.optionalText(language, "language", 35);
            faults.check(
                    tag.matches("|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"), "language", "not-a-language", "must be BCP 47");
            String place = faults.optionalText(region, "region", 2);
            faults.check(place.matches("|[A-Z]{2}"), "region", "not-a-region", "must be two capitals, or left out");
            faults.optionalText(surface, "surface", 40);
            source().check(faults, shortCadence);
            faults.raise();
        }

        SourceRequest source() {
            return new SourceRequest(locations, fetchMode, cadence, null, null);
        }
    }

    @Schema(name = "SourceRequest")
    record SourceRequest(
            @Nullable List<LocationRequest> locations,
            @Nullable FetchMode fetchMode,
            @Nullable String cadence,

            @Schema(description = "Leave it alone for now; false unless given") @Nullable
            Boolean paused,

            @Schema(description = "Why it is revised, for the audit log") @Nullable
            String reason) {

        void check(boolean shortCadence) {
            Faults faults = new Faults();
            faults.optionalText(reason, "reason", 500);
            check(faults, shortCadence);
            faults.raise();
        }

        void check(Faults faults, boolean shortCadence) {
            List<LocationRequest> places = places();
            faults.check(
                    places.isEmpty() == (mode() == FetchMode.ARCHIVE),
                    "locations",
                    "locations-and-mode",
                    "must be there exactly when fetch_mode is not ARCHIVE");
            faults.check(places.size() <= MOST_LOCATIONS, "locations", "too-many", "must be at most " + MOST_LOCATIONS);
            for (int i = 0; i < places.size(); i++) {
                places.get(i).check(faults, "locations." + i);
            }
            Duration wanted = parsedCadence();
            Duration shortest = shortCadence ? Duration.ofSeconds(1) : Duration.ofHours(1);
            faults.check(
                    wanted != null && wanted.compareTo(shortest) >= 0 && wanted.compareTo(LONGEST_CADENCE) <= 0,
                    "cadence",
                    "out-of-bounds",
                    "must be an ISO 8601 duration from %s to %s".formatted(shortest, LONGEST_CADENCE));
        }

        List<LocationRequest> places() {
            return locations == null ? List.of() : locations;
        }

        FetchMode mode() {
            return fetchMode == null ? FetchMode.HTTP : fetchMode;
        }

        /** Only after {@link #check} found nothing. */
        Duration duration() {
            Duration wanted = parsedCadence();
            return wanted == null ? DEFAULT_CADENCE : wanted;
        }

        private @Nullable Duration parsedCadence() {
            try {
                return cadence == null ? DEFAULT_CADENCE : Duration.parse(cadence);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
