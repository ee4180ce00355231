package com.example.shop;

import org.apache.camel.main.Main;

/** Starts the routes of this application and runs until it is stopped. */
public final class ShopIntegration {

    private ShopIntegration() {}

    public static void main(String[] args) throws Exception {
        new Main(ShopIntegration.class).run(args);
    }
}
