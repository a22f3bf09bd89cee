<?php
/**
 * What of the plugin needs no browser, one `check` each, on a WordPress of its own: php check.php QARI-PRERENDER.
 * Every notice of PHP and of WordPress is a failure.
 */
set_error_handler( static function ( $level, $message, $file, $line ) {
	if ( str_contains( $file, 'qari-reader' ) || str_contains( $file, 'check.php' ) ) {
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
	return false;
} );
require getenv( 'QARI_WORDPRESS' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/template.php';
require_once ABSPATH . 'wp-includes/pomo/po.php';
add_action( 'doing_it_wrong_run', static function ( $name, $message ) {
	throw new Exception( "$name: $message" );
}, 10, 2 );

$prerender = $argv[1] ?? '';
$count     = 0;
$failed    = 0;
function check( $name, $is, $should = true ) {
	global $count, $failed;
	++$count;
	if ( $is !== $should ) {
		++$failed;
		fwrite( STDERR, "$name:\n  is     " . var_export( $is, true ) . "\n  should " . var_export( $should, true ) . "\n" );
	}
}
function has( $name, $text, $part ) {
	check( "$name: «{$part}» in: $text", str_contains( $text, $part ) );
}
function lacks( $name, $text, $part ) {
	check( "$name: no «{$part}» in: $text", ! str_contains( $text, $part ) );
}
function settings( $more = array() ) {
	update_option( 'qari_reader', $more + array( 'base' => 'https://cdn.example/v0/', 'attributes' => array(), 'prerender' => '' ) );
}
function content( $content ) {
	return apply_filters( 'the_content', $content );
}
const PLUGIN = 'qari-reader/qari-reader.php';

// ---- Before there are settings: the link alone.
$id   = wp_insert_post( array( 'post_status' => 'publish', 'post_title' => 'سوق «الخميس» & <b>غيره</b>', 'post_content' => '<p>فتحت الدكاكين أبوابها. [gallery] :) "هكذا" [1] [qari id="1"]</p>' ) );
$html = do_shortcode( "[qari id=$id]" );
lacks( 'without a folder', $html, '<qari-reader' );
has( 'without a folder', $html, '<a href="' . esc_url( get_permalink( $id ) ) . '">' );

// ---- Shortcode and block
settings( array( 'attributes' => array( 'theme' => 'sepia', 'share' => 'copy' ) ) );
$html = do_shortcode( "[qari id=$id text-size=5 theme=dark onclick=alert(1) target=body]" );
has( 'a post of this site', $html, "/wp-json/wp/v2/posts/$id?_embed=1\"" );
has( 'its own attribute', $html, ' data-text-size="5"' );
has( 'its own wins', $html, ' data-theme="dark"' );
has( 'the site\'s', $html, ' data-share="copy"' );
lacks( 'unknown attributes', $html, 'onclick' );
lacks( 'attributes of the script form', $html, 'target' );
has( 'the title is escaped', $html, '&amp; غيره</a>' );
$scripts = wp_scripts();
check( 'the script is asked for', $scripts->query( 'qari-reader', 'enqueued' ) );
ob_start();
$scripts->do_items( array( 'qari-reader' ) );
has( 'it is async', ob_get_clean(), "<script async src='https://cdn.example/v0/qari.js'" );

$block = static fn( $attributes ) => content( '<!-- wp:qari/reader ' . serialize_block_attributes( $attributes ) . ' /-->' );
$html  = $block( array( 'src' => 'https://news.example/wp-json/wp/v2/posts/7?_embed&x=[gallery]', 'options' => array( 'author' => '"><img src=x>[gallery]', 'map' => 'title: [gallery]', 'min-height' => '9px;color:red' ) ) );
has( 'the page of another WordPress', $html, '<a href="https://news.example/?p=7">' );
lacks( 'markup in a value', $html, '<img' );
lacks( 'a shortcode in a value', $html, '[gallery' );
has( 'the value itself', $html, 'data-map="title: &#x5b;gallery]"' );
has( 'a height that is none', $html, 'min-height:100vh"' );
lacks( 'a height that is none, as style', $html, 'min-height:9px' );
foreach ( array( 'javascript:alert(1)', '//evil.example/a', 'data:application/json,1', '#a b', '' ) as $bad ) {
	lacks( "the source $bad", do_shortcode( "[qari src='$bad']" ), 'qari-reader' );
}
foreach ( array( '#it', 'page', '/articles/a.json' ) as $good ) {
	has( "the source $good", do_shortcode( "[qari src='$good']" ), 'data-src="' . $good . '"' );
}
has( 'a link of one\'s own', do_shortcode( '[qari src="/a.json" link="/a"]' ), '<a href="/a">' );
lacks( 'a link that is a script', do_shortcode( '[qari src="/a.json" link="javascript:alert(1)"]' ), 'javascript' );
$html = do_shortcode( '[qari src="/a.json"]<a href="/a">اقرأ</a><script>alert(1)</script>[/qari]' );
has( 'what stands in it', $html, '<a href="/a">اقرأ</a>' );
lacks( 'a script in it', $html, '<script' );

$html = $block( array( 'id' => $id, 'options' => array( 'theme' => 'light', 'style' => 'x', 'text-size' => '99' ) ) );
has( 'the block', $html, '<div class="wp-block-qari-reader"><qari-reader data-src="' );
has( 'its option', $html, ' data-theme="light"' );
lacks( 'no attribute of the reader', $html, 'style="x"' );
lacks( 'a value that is none', $html, 'data-text-size' );
check( 'nothing chosen yet', trim( content( '<!-- wp:qari/reader /-->' ) ), '' );

// ---- Who may see what
foreach ( array( array( 'post_status' => 'draft' ), array( 'post_status' => 'private' ), array( 'post_password' => 'x' ) ) as $how ) {
	$hidden = wp_insert_post( $how + array( 'post_status' => 'publish', 'post_title' => 'سر', 'post_content' => 'سر' ) );
	check( 'a post that is not for everybody: ' . wp_json_encode( $how ), do_shortcode( "[qari id=$hidden]" ), '' );
}
wp_set_current_user( 1 );
has( 'a word for who writes', do_shortcode( "[qari id=$hidden]" ), 'needs the address' );
wp_set_current_user( 0 );

// ---- Settings
$saved = \QariReader\sanitize_settings( array( 'base' => ' https://cdn.example/v0/qari.js ', 'attributes' => array( 'theme' => 'SEPIA', 'font' => '<b>x</b>', 'no' => 'x', 'share' => array( 'x' ) ), 'prerender' => '/bin/sh' ) );
check( 'what is kept', $saved, array( 'base' => 'https://cdn.example/v0/', 'attributes' => array( 'theme' => 'SEPIA', 'font' => 'x' ), 'prerender' => '' ) );
check( 'a folder that is none', \QariReader\sanitize_settings( array( 'base' => 'javascript:alert(1)' ) )['base'], 'https://cdn.example/v0/' );
check( 'a path of this site', \QariReader\folder_of( '/qari' ), '/qari/' );
ob_start();
\QariReader\settings_page();
check( 'the page is not for everybody', ob_get_clean(), '' );
wp_set_current_user( 1 );
check( 'no shell', \QariReader\sanitize_settings( array( 'prerender' => '/bin/sh' ) )['prerender'], '' );
check( 'no name with an argument', \QariReader\sanitize_settings( array( 'prerender' => "$prerender --help" ) )['prerender'], '' );
check( 'the command', \QariReader\sanitize_settings( array( 'prerender' => $prerender ) )['prerender'], $prerender );
$uploads = wp_get_upload_dir()['basedir'];
wp_mkdir_p( $uploads );
copy( '/bin/sh', "$uploads/qari-prerender" );
chmod( "$uploads/qari-prerender", 0755 );
check( 'no command that was uploaded', \QariReader\is_command( "$uploads/qari-prerender" ), false );
unlink( "$uploads/qari-prerender" );
ob_start();
\QariReader\settings_page();
$page = ob_get_clean();
has( 'the page', $page, 'name="qari_reader[base]" value="https://cdn.example/v0/"' );
has( 'the page\'s seal', $page, 'name="_wpnonce"' );
wp_set_current_user( 0 );

// ---- Prerendered
settings( array( 'prerender' => $prerender, 'attributes' => array( 'theme' => 'sepia' ) ) );
$html = content( "[qari id=$id]" );
has( 'prerendered', $html, '<template shadowrootmode="open"' );
has( 'prerendered', $html, 'فتحت الدكاكين أبوابها' );
has( 'prerendered', $html, 'data-theme="sepia"' );
has( 'prerendered', $html, 'src="https://cdn.example/v0/qari.js"' );
check( 'the data is JSON', 1, preg_match( '#<script type="application/json" id="[^"]*">(.*?)</script>#s', $html, $found ) );
check( 'the data is whole', is_array( json_decode( $found[1], true ) ) );
has( 'what looks like a shortcode is none', $html, '&#x5b;1]' );
check( 'kept', $html, content( "[qari id=$id]" ) );
$through = get_the_block_template_html_of( '<!-- wp:qari/reader {"id":' . $id . '} /-->' );
has( 'prerendered in a template', $through, 'هكذا' );
lacks( 'no marks are set in it', substr( $through, strpos( $through, '<template' ), strpos( $through, '</template>' ) - strpos( $through, '<template' ) ), '&#8221;' );
function get_the_block_template_html_of( $content ) {
	return do_shortcode( wptexturize( do_blocks( $content ) ) );
}
check(
	'words of others are no shortcodes',
	\QariReader\without_shortcodes( '<p title="[a">[gallery]</p><script type="x">{"a":["[gallery] [/b] [1]",[true,null]],"b":"[ج]"}</script>[c]' ),
	'<p title="&#x5b;a">&#x5b;gallery]</p><script type="x">{"a":["\u005bgallery] \u005b/b] [1]",[true,null]],"b":"\u005bج]"}</script>&#x5b;c]'
);
$started = microtime( true );
check( 'a command that does not end', \QariReader\output_of( array( '/bin/sleep', '60' ), 'x' ), '' );
check( 'it has its time and no more', microtime( true ) - $started < 10 );
check( 'a command that fails', \QariReader\output_of( array( '/bin/sh', '-c', 'cat; exit 3' ), 'x' ), '' );
check( 'much in, much out', strlen( \QariReader\output_of( array( '/bin/cat' ), str_repeat( 'س', 1000000 ) ) ), 2000000 );
check( 'no environment', \QariReader\output_of( array( '/usr/bin/env' ), '' ), '' );
lacks( 'a source in a private network', content( '[qari src="http://10.0.0.1/a.json"]' ), '<template' );
has( 'a source that is not there', content( '[qari src="http://127.0.0.1:9/a.json"]' ), '<qari-reader data-src="http://127.0.0.1:9/a.json"' );

// ---- For others: JSON and feeds
$outer  = wp_insert_post( array( 'post_status' => 'publish', 'post_title' => 'يضم نفسه', 'post_content' => 'x' ) );
wp_update_post( array( 'ID' => $outer, 'post_content' => "<p>قبل</p>[qari id=$outer]" ) );
$html = content( get_post( $outer )->post_content );
has( 'a post that holds itself', $html, 'يضم نفسه' );
check( 'a post that holds itself, once', 1, substr_count( $html, '<qari-reader' ) );

// ---- Languages
foreach ( array( 'ar', 'fr_FR' ) as $locale ) {
	$po = new PO();
	check( "$locale.po", $po->import_from_file( WP_PLUGIN_DIR . "/qari-reader/languages/qari-reader-$locale.po" ) );
	$pot = new PO();
	$pot->import_from_file( WP_PLUGIN_DIR . '/qari-reader/languages/qari-reader.pot' );
	$said = said_in_source();
	sort( $said );
	$asked = array_keys( $pot->entries );
	sort( $asked );
	check( 'qari-reader.pot has what the source says', $asked, $said );
	unload_textdomain( 'qari-reader' );
	check( "$locale.mo", load_textdomain( 'qari-reader', WP_PLUGIN_DIR . "/qari-reader/languages/qari-reader-$locale.mo" ) );
	foreach ( $said as $text ) {
		$entry = $po->entries[ $text ] ?? null;
		check( "$locale: «{$text}»", (bool) ( $entry && '' !== ( $entry->translations[0] ?? '' ) ) );
		check( "$locale: «{$text}» as it is compiled", translate( $text, 'qari-reader' ), $entry ? $entry->translations[0] : '' );
	}
}
function said_in_source() {
	$said = array();
	foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( WP_PLUGIN_DIR . '/qari-reader' ) ) as $file ) {
		if ( 'php' === $file->getExtension() ) {
			preg_match_all( "/\\b(?:esc_html|esc_attr)?_{1,2}e?\\( '((?:[^'\\\\]|\\\\.)*)', 'qari-reader' \\)/", file_get_contents( $file ), $found );
			$said = array_merge( $said, array_map( 'stripslashes', $found[1] ) );
		}
	}
	return array_values( array_unique( $said ) );
}

// ---- Everything goes
deactivate_plugins( PLUGIN );
set_transient( 'qari_reader_other', 'x', 60 );
uninstall_plugin( PLUGIN );
wp_cache_flush();
$left = $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%qari%'" );
check( 'what is left', $left, array() );

echo "$count checks, $failed failed\n";
exit( $failed ? 1 : 0 );
