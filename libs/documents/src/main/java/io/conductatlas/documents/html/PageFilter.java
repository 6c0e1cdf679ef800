package io.conductatlas.documents.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;

/**
 * A named change to a page before the agreement is looked for in it.
 *
 * <p>Community declarations name scripts for this. We run none of them: what most of them do, take changing parts out of links
 * and take elements away, is built in under the names they use, and the rest can be declared as removals.
 */
public final class PageFilter {
    /** What a filter does, given the page, its parameters and what makes a link absolute. */
    private interface Step {
        void apply(Document page, List<String> parameters, UnaryOperator<String> links, Effort effort);
    }

    /** Parameters that say where a visitor came from, and change from visit to visit. */
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)utm_[a-z]+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|_hs(enc|mi)|h|__tn__|__cft__\\[\\d*\\]|__xts__\\[\\d*\\]"
                    + "|ref(_?src)?|label|sid|amp_device_id|mkt_tok|trk|li_fat_id|wt\\.mc_id|ocid|icid");

    /** Parameters of redirecting addresses that hold where they lead. */
    private static final List<String> DESTINATIONS =
            List.of("u", "q", "url", "target", "dest", "destination", "redirect", "to");

    private static final Pattern REDIRECTING =
            Pattern.compile("(?i)/(l\\.php|url|redirect|redir|out|away|linkfilter|leaving|external)/?$");

    private final String name;
    private final List<String> parameters;
    private final Step step;

    private PageFilter(String name, List<String> parameters, Step step) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.step = step;
    }

    /**
     * The built-in filter of this name, or empty where there is none.
     *
     * <ul>
     *   <li>{@code removeQueryParams}: the named parameters go from links and images
     *   <li>{@code removeTrackingIDs}, {@code cleanUrls}, {@code removeLabelAndSidFromUrls}, {@code removeAmpDeviceId}: those go
     *       that are known to track
     *   <li>{@code removeRedirectFromLinks}: links through a redirecting address lead to where it leads
     *   <li>{@code removeLinks}: only the words of links stay
     *   <li>{@code removeEmptyLinks}, {@code removeEmptyAnchorsLinks}, {@code removeEmptySVGLinks}: links without words and images go
     *   <li>{@code removeHeaderAnchors}: links inside headings to the headings themselves go
     *   <li>{@code removeInvisibleText}: elements go that say of themselves that they are not shown
     *   <li>{@code removeElementsWithText}: of the elements that match the first parameter those go whose text contains the second
     *   <li>{@code unifyEmailProtectedAddresses}, {@code replaceEmailProtection}, {@code removeCloudflareEmailProtection}: protected
     *       mail addresses become one constant text, which extraction does for every page
     * </ul>
     */
    public static Optional<PageFilter> named(String name, List<String> parameters) {
        Step step = switch (name) {
            case "removeQueryParams" -> (page, names, links, effort) -> removeParameters(page, names, links);
            case "removeTrackingIDs", "cleanUrls", "removeLabelAndSidFromUrls", "removeAmpDeviceId" ->
                (page, none, links, effort) -> removeParameters(page, TRACKING, links);
            case "removeRedirectFromLinks" -> (page, none, links, effort) -> unwrapRedirects(page);
            case "removeLinks" ->
                (page, none, links, effort) -> page.select("a[href]").forEach(a -> a.removeAttr("href"));
            case "removeEmptyLinks", "removeEmptyAnchorsLinks", "removeEmptySVGLinks" ->
                (page, none, links, effort) -> HtmlExtractor.removeAll(page.select("a").stream()
                        .filter(effort.of(a -> !a.hasText() && a.selectFirst("img") == null))
                        .toList());
            case "removeHeaderAnchors" ->
                (page, none, links, effort) ->
                        HtmlExtractor.removeAll(page.select(":is(h1,h2,h3,h4,h5,h6) a[href^=#]").stream()
                                .filter(effort.of(PageFilter::isSign))
                                .toList());
            case "removeInvisibleText" ->
                (page, none, links, effort) -> HtmlExtractor.removeAll(page.body().getAllElements().stream()
                        .filter(PageFilter::isInvisible)
                        .toList());
            case "removeElementsWithText" -> PageFilter::removeWithText;
            case "unifyEmailProtectedAddresses", "replaceEmailProtection", "removeCloudflareEmailProtection" ->
                (page, none, links, effort) -> {};
            default -> null;
        };
        return step == null ? Optional.empty() : Optional.of(new PageFilter(name, parameters, step));
    }

    /** What keeps a filter of this name from being used with these parameters, in a few words; empty where nothing does. */
    public static Optional<String> fault(String name, List<String> parameters) {
        if (named(name, parameters).isEmpty()) {
            return Optional.of("no filter is named " + name);
        }
        return switch (name) {
            case "removeQueryParams" ->
                parameters.isEmpty() ? Optional.of(name + " needs the names of parameters") : Optional.empty();
            case "removeElementsWithText" ->
                parameters.size() != 2 || !isSelector(parameters.get(0))
                        ? Optional.of(name + " needs a selector and a text")
                        : Optional.empty();
            default -> parameters.isEmpty() ? Optional.empty() : Optional.of(name + " takes no parameters");
        };
    }

    private static boolean isSelector(String css) {
        try {
            QueryParser.parse(css);
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    void apply(Document page, UnaryOperator<String> links, Effort effort) {
        step.apply(page, parameters, links, effort);
    }

    @Override
    public String toString() {
        return name + parameters;
    }

    private static void removeParameters(Document page, List<String> names, UnaryOperator<String> links) {
        Set<String> exact = Set.copyOf(names);
        rewrite(page, address -> withoutParameters(address, exact::contains), links);
    }

    private static void removeParameters(Document page, Pattern names, UnaryOperator<String> links) {
        rewrite(
                page,
                address -> withoutParameters(address, key -> names.matcher(key).matches()),
                links);
    }

    private static void rewrite(Document page, UnaryOperator<String> change, UnaryOperator<String> links) {
        for (Element element : page.select("a[href], img[src]")) {
            String attribute = element.hasAttr("href") ? "href" : "src";
            String address = element.attr(attribute);
            String changed = change.apply(address);
            if (!changed.equals(address)) {
                element.attr(attribute, links.apply(changed));
            }
        }
    }

    private static String withoutParameters(String address, Predicate<String> unwanted) {
        int hash = address.indexOf('#');
        String fragment = hash < 0 ? "" : address.substring(hash);
        String rest = hash < 0 ? address : address.substring(0, hash);
        int mark = rest.indexOf('?');
        if (mark < 0) {
            return address;
        }
        StringBuilder query = new StringBuilder();
        boolean changed = false;
        for (String pair : rest.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (unwanted.test(key)) {
                changed = true;
            } else {
                query.append(query.isEmpty() ? "?" : "&").append(pair);
            }
        }
        return changed ? rest.substring(0, mark) + query + fragment : address;
    }

    private static void unwrapRedirects(Document page) {
        for (Element link : page.select("a[href]")) {
            String href = link.attr("href");
            int mark = href.indexOf('?');
            if (mark < 0 || !REDIRECTING.matcher(href.substring(0, mark)).find()) {
                continue;
            }
            for (String pair : href.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && DESTINATIONS.contains(pair.substring(0, equals))) {
                    String destination = decoded(pair.substring(equals + 1));
                    if (destination.startsWith("https://") || destination.startsWith("http://")) {
                        link.attr("href", destination);
                        break;
                    }
                }
            }
        }
    }

    private static void removeWithText(
            Document page, List<String> parameters, UnaryOperator<String> links, Effort effort) {
        if (parameters.size() != 2) {
            throw new IllegalArgumentException("removeElementsWithText needs a selector and a text");
        }
        HtmlExtractor.removeAll(page.select(parameters.get(0)).stream()
                .filter(effort.of(element -> element.text().contains(parameters.get(1))))
                .toList());
    }

    private static boolean isSign(Element link) {
        String text = link.text().strip();
        return text.isEmpty() || text.equals("#") || text.equals("¶") || text.equals("§");
    }

    private static boolean isInvisible(Element element) {
        String style = element.attr("style").replace(" ", "");
        return element.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
