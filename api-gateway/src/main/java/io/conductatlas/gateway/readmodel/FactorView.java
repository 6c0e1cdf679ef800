package io.conductatlas.gateway.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * Why a provision has its severity: one thing that made it heavier or lighter.
 *
 * @param name the factor's slug
 * @param effect one sentence
 * @param weight positive where it makes it heavier; null where the assessment did not say
 * @param words the document's own words that show it; null where the assessment did not say
 */
public record FactorView(
        String name,
        String effect,
        @Nullable Integer weight,
        @Nullable String words) {}
