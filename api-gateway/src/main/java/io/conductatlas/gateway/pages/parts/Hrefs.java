package io.conductatlas.gateway.pages.parts;

import io.conductatlas.gateway.readmodel.DocumentName;
import io.conductatlas.gateway.readmodel.PlatformName;

/** Where things are. Slugs and public ids need no escaping. */
public final class Hrefs {
    private Hrefs() {}

    public static String platform(String slug) {
        return "/platforms/" + slug;
    }

    public static String platform(PlatformName platform) {
        return platform(platform.slug());
    }

    public static String platformFeed(String slug) {
        return platform(slug) + "/feed.atom";
    }

    public static String drift(String slug) {
        return "/drift/" + slug;
    }

    public static String document(PlatformName platform, DocumentName document) {
        return document(platform.slug(), document.slug());
    }

    public static String document(String platform, String document) {
        return platform(platform) + "/" + document;
    }

    public static String version(String id) {
        return "/versions/" + id;
    }

    public static String change(String id) {
        return "/changes/" + id;
    }

    public static String provision(String id) {
        return "/provisions/" + id;
    }

    public static String type(String slug) {
        return "/provision-types/" + slug;
    }
}
