<?php
/**
 * What the site has decided: one option.
 *
 * @package QariReader
 */

namespace QariReader;

defined( 'ABSPATH' ) || exit;

/**
 * The settings, whole.
 *
 * @return array{base: string, attributes: array<string, string>, prerender: string}
 */
function settings() {
	$kept = get_option( OPTION, array() );
	$kept = is_array( $kept ) ? $kept : array();
	return array(
		'base'       => (string) ( $kept['base'] ?? '' ),
		'attributes' => known_attributes( $kept['attributes'] ?? array() ),
		'prerender'  => (string) ( $kept['prerender'] ?? '' ),
	);
}

/** Tells WordPress of the option, and who may change it. */
function register_settings() {
	register_setting(
		OPTION,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\\sanitize_settings',
			'default'           => array(),
		)
	);
}

/**
 * Of a form, what may be kept. What may not is told on the settings page.
 *
 * @param mixed $given The form's fields.
 */
function sanitize_settings( $given ) {
	$given = is_array( $given ) ? $given : array();
	$base  = folder_of( (string) ( $given['base'] ?? '' ) );
	if ( null === $base ) {
		add_settings_error( OPTION, 'base', __( 'The folder of qari.js is not an address.', 'qari-reader' ) );
		$base = settings()['base'];
	}
	$command = trim( (string) ( $given['prerender'] ?? '' ) );
	if ( ! may_set_command() ) {
		$command = settings()['prerender'];
	} elseif ( '' !== $command && ! is_command( $command ) ) {
		add_settings_error( OPTION, 'prerender', __( 'There is no command qari-prerender at this path that WordPress may run.', 'qari-reader' ) );
		$command = '';
	}
	return array(
		'base'       => $base,
		'attributes' => known_attributes( $given['attributes'] ?? array() ),
		'prerender'  => $command,
	);
}

/**
 * The address of a folder, with a slash at its end, also where that of qari.js in it was given; null where it is none.
 *
 * @param string $given An http(s) address, or a path of this site.
 */
function folder_of( $given ) {
	$given = preg_replace( '#qari\.js$#', '', trim( $given ) );
	if ( '' === $given ) {
		return '';
	}
	$is_address = preg_match( '#^https?://[^/\s]#i', $given ) || preg_match( '#^/(?!/)#', $given );
	$address    = $is_address ? esc_url_raw( $given, array( 'http', 'https' ) ) : '';
	return '' === $address ? null : trailingslashit( $address );
}

/** Whether this person may name a program that the server runs: where files may be changed from here, and on a network its owner alone. */
function may_set_command() {
	return current_user_can( 'manage_options' ) && ( ! is_multisite() || is_super_admin() ) && wp_is_file_mod_allowed( 'qari_reader' );
}
