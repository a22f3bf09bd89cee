<?php
/**
 * The article in the page's own HTML, if the command qari-prerender is there.
 *
 * @package QariReader
 */

namespace QariReader;

defined( 'ABSPATH' ) || exit;

/** Seconds that the command may take, and a source. */
const PATIENCE = 5;
/** `[` in HTML. Not `&#91;`: do_shortcode() makes that a bracket again, which the next one takes for a shortcode's. */
const BRACKET = '&#x5b;';
/** The largest source and the largest HTML, in bytes. */
const LARGEST = 5000000;
/** Seconds for which HTML is kept, and for which it is remembered that there was none. */
const FRESH = 300;
const AFTER_A_FAULT = 60;

/**
 * Whether this is the command, and nothing that a person without access to the server could have put there.
 *
 * @param string $path Absolute.
 */
function is_command( $path ) {
	$real = path_is_absolute( $path ) ? realpath( $path ) : false;
	if ( false === $real || ! in_array( basename( $real ), array( 'qari-prerender', 'qari-prerender.exe' ), true ) ) {
		return false;
	}
	$uploads = realpath( wp_get_upload_dir()['basedir'] );
	$is_ours = false === $uploads || 0 !== strpos( $real, trailingslashit( $uploads ) );
	return $is_ours && is_file( $real ) && is_executable( $real ) && function_exists( 'proc_open' );
}

/**
 * The snippet for an article; empty where there is none in time. Both are kept for a while.
 *
 * @param string        $source     Its address.
 * @param \WP_Post|null $post       The post of this site that it is.
 * @param array         $attributes Of the element, without the source.
 */
function prerendered( $source, $post, $attributes ) {
	$settings = settings();
	if ( '' === $settings['prerender'] || ! is_command( $settings['prerender'] ) ) {
		return '';
	}
	$edition = $post ? $post->post_modified_gmt : '';
	$name    = KEPT . md5( (string) wp_json_encode( array( VERSION, $settings['base'], $source, $edition, $attributes ) ) );
	$kept    = get_transient( $name );
	if ( is_string( $kept ) ) {
		return $kept;
	}
	$json = $post ? json_of_post( $post ) : fetch_json( $source );
	$html = '' === $json ? '' : run_command( $settings, $json, $source, $attributes );
	set_transient( $name, $html, '' === $html ? AFTER_A_FAULT : FRESH );
	return $html;
}

/**
 * The JSON at an address of another site; empty where there is none. WordPress refuses addresses of private networks.
 *
 * @param string $source Its address.
 */
function fetch_json( $source ) {
	if ( ! preg_match( '#^https?://#i', $source ) ) {
		return '';
	}
	$answer = wp_safe_remote_get(
		$source,
		array(
			'timeout'             => PATIENCE,
			'limit_response_size' => LARGEST,
			'headers'             => array( 'accept' => 'application/json' ),
		)
	);
	$is_there = ! is_wp_error( $answer ) && 200 === wp_remote_retrieve_response_code( $answer );
	// One line, and none that was cut short.
	$data = $is_there ? json_decode( wp_remote_retrieve_body( $answer ) ) : null;
	return null === $data ? '' : (string) wp_json_encode( $data );
}

/**
 * Runs the command, without a shell, on one line of JSON.
 *
 * @param array  $settings   The site's.
 * @param string $json       The article.
 * @param string $source     Its address.
 * @param array  $attributes Of the element.
 */
function run_command( $settings, $json, $source, $attributes ) {
	$line = wp_json_encode(
		array(
			'id'         => 'article',
			'article'    => json_decode( $json ),
			'address'    => preg_match( '#^https?://#i', $source ) ? $source : home_url( $source ),
			'attributes' => (object) $attributes,
		)
	);
	$command = array( realpath( $settings['prerender'] ), '--ndjson', '--base', $settings['base'] );
	$answer  = json_decode( output_of( $command, $line . "\n" ), true );
	return is_string( $answer['html'] ?? null ) ? without_shortcodes( $answer['html'] ) : '';
}

/**
 * What a command writes, if it ends well within its time.
 *
 * @param string[] $command Program and arguments: an array, so no shell reads them.
 * @param string   $input   For its standard input.
 */
function output_of( $command, $input ) {
	$pipes   = array();
	$streams = array( array( 'pipe', 'r' ), array( 'pipe', 'w' ), array( 'file', '/dev/null', 'w' ) );
	// Nothing of this site's environment, which may hold its passwords.
	$process = proc_open( $command, $streams, $pipes, get_temp_dir(), array() ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
	if ( ! is_resource( $process ) ) {
		return '';
	}
	list( $in, $out ) = $pipes;
	stream_set_blocking( $in, false );
	stream_set_blocking( $out, false );
	$until  = microtime( true ) + PATIENCE;
	$output = '';
	// It writes while it reads: who only writes first waits for ever.
	while ( ! feof( $out ) && microtime( true ) < $until && strlen( $output ) <= LARGEST ) {
		$readable = array( $out );
		$writable = '' === $input ? array() : array( $in );
		$others   = null;
		if ( ! stream_select( $readable, $writable, $others, 0, 100000 ) ) {
			continue;
		}
		if ( $writable ) {
			$sent = fwrite( $in, $input );
			if ( false === $sent ) {
				break;
			}
			$input = substr( $input, $sent );
			if ( '' === $input ) {
				fclose( $in );
			}
		}
		if ( $readable ) {
			$output .= fread( $out, 65536 );
		}
	}
	$is_whole = feof( $out );
	if ( is_resource( $in ) ) {
		fclose( $in );
	}
	fclose( $out );
	if ( ! $is_whole ) {
		proc_terminate( $process, 9 );
	}
	$status = proc_close( $process );
	return $is_whole && 0 === $status ? $output : '';
}

/**
 * The same HTML, in which WordPress finds no shortcode: it would run those in the words of others.
 *
 * @param string $html A snippet of the command.
 */
function without_shortcodes( $html ) {
	$parts = preg_split( '#(<script\b[^>]*>.*?</script>)#s', $html, -1, PREG_SPLIT_DELIM_CAPTURE );
	foreach ( $parts as $number => $part ) {
		// Of JSON only what stands in a text, before a letter: no list begins so, but with one of three words.
		$parts[ $number ] = 1 === $number % 2
			? preg_replace( '/\[(?=\/?[A-Za-z_\x80-\xff])(?!(?:true|false|null)\b)/', '\\u005b', $part )
			: str_replace( '[', BRACKET, $part );
	}
	return implode( '', $parts );
}
