package io.conductatlas.gateway.readmodel;

/** Why a provision has its severity: one thing that made it heavier or lighter. */
public record FactorView(String name, String effect) {}
