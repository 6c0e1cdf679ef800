package io.conductatlas.gateway.readmodel;

import java.time.LocalDate;

/** What the captures of one document saw on one day (UTC): the proof that it was looked at. */
public record CheckDay(LocalDate day, int unchanged, int changed, int failed, int refused) {}
