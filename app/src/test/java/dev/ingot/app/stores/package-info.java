/**
 * The product on other stores, real servers on this machine. Start at
 * {@link dev.ingot.app.stores.StoresTest}.
 */
@NullMarked
package dev.ingot.app.stores;

import org.jspecify.annotations.NullMarked;
